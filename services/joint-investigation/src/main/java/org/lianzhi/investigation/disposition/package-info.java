/** What each side decides about whoever caused the pollution, by its own lists. */
@NullMarked
package org.lianzhi.investigation.disposition;

import org.jspecify.annotations.NullMarked;
