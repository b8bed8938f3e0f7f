/** What supervisors see: all cases, their timelines, and whether the records are whole. */
@NullMarked
package org.lianzhi.portal.supervision;

import org.jspecify.annotations.NullMarked;
