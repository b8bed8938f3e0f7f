/** Tests of where reports go. */
@NullMarked
package org.lianzhi.intake.place;

import org.jspecify.annotations.NullMarked;
