/** Where a citizen's pin lies on the agreements' maps. */
@NullMarked
package org.lianzhi.intake.place;

import org.jspecify.annotations.NullMarked;
