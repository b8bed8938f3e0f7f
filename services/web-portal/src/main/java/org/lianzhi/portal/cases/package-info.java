/** The joint case: both records, who must act next, and a page for each step. */
@NullMarked
package org.lianzhi.portal.cases;

import org.jspecify.annotations.NullMarked;
