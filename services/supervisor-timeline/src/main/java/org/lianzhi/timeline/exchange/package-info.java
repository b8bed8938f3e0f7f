/** Who asked what of whom, how long the answer took, and what is still unanswered. */
@NullMarked
package org.lianzhi.timeline.exchange;

import org.jspecify.annotations.NullMarked;
