/** How far the joint case of a report has got, as its reporter may know it. */
@NullMarked
package org.lianzhi.intake.progress;

import org.jspecify.annotations.NullMarked;
