/** Tests of what a side knew. */
@NullMarked
package org.lianzhi.timeline.asof;

import org.jspecify.annotations.NullMarked;
