/** Tests of the timeline service. */
@NullMarked
package org.lianzhi.timeline;

import org.jspecify.annotations.NullMarked;
