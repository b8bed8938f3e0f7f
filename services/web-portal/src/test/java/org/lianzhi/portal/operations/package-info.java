/** Parked cases and their decisions. */
@NullMarked
package org.lianzhi.portal.operations;

import org.jspecify.annotations.NullMarked;
