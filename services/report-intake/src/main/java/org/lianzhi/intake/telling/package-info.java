/** Tells reporters that there is something new to read, by the channels that they have opted into. */
@NullMarked
package org.lianzhi.intake.telling;

import org.jspecify.annotations.NullMarked;
