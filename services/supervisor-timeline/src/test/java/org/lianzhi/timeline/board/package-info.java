/** Tests of the summaries. */
@NullMarked
package org.lianzhi.timeline.board;

import org.jspecify.annotations.NullMarked;
