/** Who of a side works at which case, who stands in, and what its people tell each other. Nothing of it leaves the side. */
@NullMarked
package org.lianzhi.investigation.desk;

import org.jspecify.annotations.NullMarked;
