/** Tests of the lists of instructions. */
@NullMarked
package org.lianzhi.investigation.supervision;

import org.jspecify.annotations.NullMarked;
