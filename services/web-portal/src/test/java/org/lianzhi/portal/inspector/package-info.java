/** Tests of the pages. */
@NullMarked
package org.lianzhi.portal.inspector;

import org.jspecify.annotations.NullMarked;
