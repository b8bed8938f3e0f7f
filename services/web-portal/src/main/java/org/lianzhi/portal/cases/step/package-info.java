/** The acts of a joint case: each a page of its own, which says what the other province will see of it. */
@NullMarked
package org.lianzhi.portal.cases.step;

import org.jspecify.annotations.NullMarked;
