/** Many people at once, and few who mean harm: how often each network may ask, how much is done at the same time. */
@NullMarked
package org.lianzhi.intake.crowd;

import org.jspecify.annotations.NullMarked;
