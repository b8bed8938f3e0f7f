/** Keys, and what is done with them: sealing, keyed digests, slow hashes. */
@NullMarked
package org.lianzhi.intake.secret;

import org.jspecify.annotations.NullMarked;
