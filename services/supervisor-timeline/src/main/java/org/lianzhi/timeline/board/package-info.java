/** One summary per case, and the lists over them. */
@NullMarked
package org.lianzhi.timeline.board;

import org.jspecify.annotations.NullMarked;
