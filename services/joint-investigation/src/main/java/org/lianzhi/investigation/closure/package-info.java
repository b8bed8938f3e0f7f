/** Signatures, the end, and a new beginning. */
@NullMarked
package org.lianzhi.investigation.closure;

import org.jspecify.annotations.NullMarked;
