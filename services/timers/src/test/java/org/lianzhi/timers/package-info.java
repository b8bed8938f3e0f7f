/** Tests of the timers. */
@NullMarked
package org.lianzhi.timers;

import org.jspecify.annotations.NullMarked;
