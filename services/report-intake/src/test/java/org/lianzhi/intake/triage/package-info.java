/** What officers do, without HTTP. */
@NullMarked
package org.lianzhi.intake.triage;

import org.jspecify.annotations.NullMarked;
