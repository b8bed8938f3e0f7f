/** Reports of citizens: filing, the vault, tracking codes, triage. */
@NullMarked
package org.lianzhi.intake;

import org.jspecify.annotations.NullMarked;
