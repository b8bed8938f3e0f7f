/** Tests of limits and of the work that takes their place. */
@NullMarked
package org.lianzhi.intake.crowd;

import org.jspecify.annotations.NullMarked;
