/** Reports as the journal holds them: loading, running commands, what happened. */
@NullMarked
package org.lianzhi.intake.report;

import org.jspecify.annotations.NullMarked;
