/** Tests of the vault. */
@NullMarked
package org.lianzhi.intake.vault;

import org.jspecify.annotations.NullMarked;
