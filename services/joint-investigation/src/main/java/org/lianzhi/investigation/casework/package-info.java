/** How commands reach a case: rights, idempotency, both records loaded, one appended to. */
@NullMarked
package org.lianzhi.investigation.casework;

import org.jspecify.annotations.NullMarked;
