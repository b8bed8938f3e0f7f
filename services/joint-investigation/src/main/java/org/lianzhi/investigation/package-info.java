/** Joint cases: each side writes its own record, the case is the records side by side. */
@NullMarked
package org.lianzhi.investigation;

import org.jspecify.annotations.NullMarked;
