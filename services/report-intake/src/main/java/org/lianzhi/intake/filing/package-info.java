/** A citizen files a report: photos, the form, where it belongs. */
@NullMarked
package org.lianzhi.intake.filing;

import org.jspecify.annotations.NullMarked;
