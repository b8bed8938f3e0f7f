/** Tests of the harness with tiny numbers: that what it prints is what was measured. */
@NullMarked
package org.lianzhi.benchmarks;

import org.jspecify.annotations.NullMarked;
