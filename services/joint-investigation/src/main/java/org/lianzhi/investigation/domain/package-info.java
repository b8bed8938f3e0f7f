/** The rules of a joint case, in plain Java: no clock, no framework, no I/O. */
@NullMarked
package org.lianzhi.investigation.domain;

import org.jspecify.annotations.NullMarked;
