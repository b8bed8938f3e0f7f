/** Supervisors look through who opened what of the vault of their own side. */
@NullMarked
package org.lianzhi.intake.access;

import org.jspecify.annotations.NullMarked;
