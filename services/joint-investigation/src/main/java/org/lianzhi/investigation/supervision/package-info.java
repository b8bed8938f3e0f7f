/** Supervisors ask offices of their own side to do something by a time, and the offices answer. */
@NullMarked
package org.lianzhi.investigation.supervision;

import org.jspecify.annotations.NullMarked;
