/** What offices were told, case by case. */
@NullMarked
package org.lianzhi.timeline.notice;

import org.jspecify.annotations.NullMarked;
