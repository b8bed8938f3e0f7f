/** What officers of the receiving bureau see of reports and do about them. */
@NullMarked
package org.lianzhi.intake.triage;

import org.jspecify.annotations.NullMarked;
