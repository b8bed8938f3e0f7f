/** What a side does that waits for the other in vain: it goes up a ladder, and in the end concludes its own record. */
@NullMarked
package org.lianzhi.investigation.silence;

import org.jspecify.annotations.NullMarked;
