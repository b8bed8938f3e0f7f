/** The running services under load while processes die, stop answering, or are made to do the wrong thing. */
@NullMarked
package org.lianzhi.system.faults;

import org.jspecify.annotations.NullMarked;
