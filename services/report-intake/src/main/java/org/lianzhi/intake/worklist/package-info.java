/** The read model of the bureaus' worklists. */
@NullMarked
package org.lianzhi.intake.worklist;

import org.jspecify.annotations.NullMarked;
