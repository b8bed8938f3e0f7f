/** Acknowledging and declining. */
@NullMarked
package org.lianzhi.investigation.takingpart;

import org.jspecify.annotations.NullMarked;
