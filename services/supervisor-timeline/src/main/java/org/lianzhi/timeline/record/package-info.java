/** The received records, page by page, in one order, and the check of their hash chains. */
@NullMarked
package org.lianzhi.timeline.record;

import org.jspecify.annotations.NullMarked;
