/** What each side knew of a case at a moment of the past, beside what the records say today. */
@NullMarked
package org.lianzhi.timeline.asof;

import org.jspecify.annotations.NullMarked;
