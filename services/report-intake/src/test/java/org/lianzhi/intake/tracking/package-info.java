/** Tests of codes and the limit on look-ups. */
@NullMarked
package org.lianzhi.intake.tracking;

import org.jspecify.annotations.NullMarked;
