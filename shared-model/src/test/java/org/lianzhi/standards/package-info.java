/** Tests of the standards. */
@NullMarked
package org.lianzhi.standards;

import org.jspecify.annotations.NullMarked;
