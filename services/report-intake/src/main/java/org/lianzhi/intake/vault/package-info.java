/** What only the receiving bureau may read: sealed under a key per report, read with an entry in the access log. */
@NullMarked
package org.lianzhi.intake.vault;

import org.jspecify.annotations.NullMarked;
