/** The case as one side sees it: both records folded from the journal. */
@NullMarked
package org.lianzhi.investigation.casepage;

import org.jspecify.annotations.NullMarked;
