/** Ratios of the running whole to what its broker and store can do bare, measured side by side in one run. */
@NullMarked
package org.lianzhi.benchmarks;

import org.jspecify.annotations.NullMarked;
