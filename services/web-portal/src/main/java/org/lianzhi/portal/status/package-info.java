/** How a citizen follows a report with its code. */
@NullMarked
package org.lianzhi.portal.status;

import org.jspecify.annotations.NullMarked;
