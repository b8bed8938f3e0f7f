/** The rules of a report, in plain Java: no clock, no framework, no I/O. */
@NullMarked
package org.lianzhi.intake.domain;

import org.jspecify.annotations.NullMarked;
