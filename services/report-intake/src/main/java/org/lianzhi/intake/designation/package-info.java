/** Which office of a side handles a case instead of the one that it began with. */
@NullMarked
package org.lianzhi.intake.designation;

import org.jspecify.annotations.NullMarked;
