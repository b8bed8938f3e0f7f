/** Checkpoints as others keep them, whether records agree with them, and proofs to take away. */
@NullMarked
package org.lianzhi.evidence;

import org.jspecify.annotations.NullMarked;
