/** Tests of the pages. */
@NullMarked
package org.lianzhi.portal.access;

import org.jspecify.annotations.NullMarked;
