/** Tests of the service as a whole, over HTTP with a real broker and store. */
@NullMarked
package org.lianzhi.intake;

import org.jspecify.annotations.NullMarked;
