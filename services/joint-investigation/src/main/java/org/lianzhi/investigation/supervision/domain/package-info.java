/** The rules of supervision within one side: instructions, and what offices answer. No clock, no framework, no I/O. */
@NullMarked
package org.lianzhi.investigation.supervision.domain;

import org.jspecify.annotations.NullMarked;
