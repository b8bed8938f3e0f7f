/** Tests of the running whole, from outside. */
@NullMarked
package org.lianzhi.system;

import org.jspecify.annotations.NullMarked;
