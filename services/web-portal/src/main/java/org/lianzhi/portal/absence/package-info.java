/** Who of the own office is away, and who stands in. */
@NullMarked
package org.lianzhi.portal.absence;

import org.jspecify.annotations.NullMarked;
