/** Samples, their custody, and what the laboratories found. */
@NullMarked
package org.lianzhi.investigation.sampling;

import org.jspecify.annotations.NullMarked;
