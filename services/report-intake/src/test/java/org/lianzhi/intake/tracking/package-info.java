/** Tests of codes. */
@NullMarked
package org.lianzhi.intake.tracking;

import org.jspecify.annotations.NullMarked;
