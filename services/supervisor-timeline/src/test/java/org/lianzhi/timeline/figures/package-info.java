/** Tests of the figures. */
@NullMarked
package org.lianzhi.timeline.figures;

import org.jspecify.annotations.NullMarked;
