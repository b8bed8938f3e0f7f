/** What waits for an officer: the worklist and the inbox of the bureau. */
@NullMarked
package org.lianzhi.portal.worklist;

import org.jspecify.annotations.NullMarked;
