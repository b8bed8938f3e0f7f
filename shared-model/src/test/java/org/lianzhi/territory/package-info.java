/** Tests of the territory data and what is computed from them. */
@NullMarked
package org.lianzhi.territory;

import org.jspecify.annotations.NullMarked;
