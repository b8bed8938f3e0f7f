/** Tests of what all services share. */
@NullMarked
package org.lianzhi.kit;

import org.jspecify.annotations.NullMarked;
