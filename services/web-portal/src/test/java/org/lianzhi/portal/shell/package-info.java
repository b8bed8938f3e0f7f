/** Tests of what every page has around its content. */
@NullMarked
package org.lianzhi.portal.shell;

import org.jspecify.annotations.NullMarked;
