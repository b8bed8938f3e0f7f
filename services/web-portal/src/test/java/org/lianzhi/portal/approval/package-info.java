/** Pages of the bureau of a city that decides. */
@NullMarked
package org.lianzhi.portal.approval;

import org.jspecify.annotations.NullMarked;
