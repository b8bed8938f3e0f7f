/** Tests of the rules of a report. */
@NullMarked
package org.lianzhi.intake.domain;

import org.jspecify.annotations.NullMarked;
