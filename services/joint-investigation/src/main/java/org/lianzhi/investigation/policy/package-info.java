/** What a side does by itself: opening, joining, closing, reopening, letting a deadline pass. */
@NullMarked
package org.lianzhi.investigation.policy;

import org.jspecify.annotations.NullMarked;
