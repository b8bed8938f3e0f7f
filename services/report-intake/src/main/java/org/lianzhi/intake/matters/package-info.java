/** Not twice: open matters near a place, as little of them as anybody may know, and following one of them. */
@NullMarked
package org.lianzhi.intake.matters;

import org.jspecify.annotations.NullMarked;
