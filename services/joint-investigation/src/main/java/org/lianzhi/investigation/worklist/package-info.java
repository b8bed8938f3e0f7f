/** Which cases wait for whom: a read model over both records. */
@NullMarked
package org.lianzhi.investigation.worklist;

import org.jspecify.annotations.NullMarked;
