/** What supervisors see: who did what, when, knowing what; and whether the records are as they were written. */
@NullMarked
package org.lianzhi.timeline;

import org.jspecify.annotations.NullMarked;
