/** Other cases of the same matter, and words from side to side. */
@NullMarked
package org.lianzhi.investigation.context;

import org.jspecify.annotations.NullMarked;
