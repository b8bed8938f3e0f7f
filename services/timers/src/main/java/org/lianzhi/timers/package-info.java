/** Clocks that survive restarts: rebuilt at start, firing is a deterministic commit of the own side. */
@NullMarked
package org.lianzhi.timers;

import org.jspecify.annotations.NullMarked;
