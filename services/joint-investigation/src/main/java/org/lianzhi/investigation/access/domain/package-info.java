/** The rules of what somebody from outside may read, and for how long. No clock, no framework, no I/O. */
@NullMarked
package org.lianzhi.investigation.access.domain;

import org.jspecify.annotations.NullMarked;
