/** Tests of the service as a whole. */
@NullMarked
package org.lianzhi.investigation;

import org.jspecify.annotations.NullMarked;
