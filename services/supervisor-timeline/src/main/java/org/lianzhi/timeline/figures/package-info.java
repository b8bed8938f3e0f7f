/** Figures over cases and reports, each with the cases behind it. */
@NullMarked
package org.lianzhi.timeline.figures;

import org.jspecify.annotations.NullMarked;
