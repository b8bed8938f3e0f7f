/** Pages of absence and stand-in. */
@NullMarked
package org.lianzhi.portal.absence;

import org.jspecify.annotations.NullMarked;
