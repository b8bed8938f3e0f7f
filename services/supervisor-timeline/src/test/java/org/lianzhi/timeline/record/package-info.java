/** Tests of order and check. */
@NullMarked
package org.lianzhi.timeline.record;

import org.jspecify.annotations.NullMarked;
