/** Tests of the journal on a real broker and store. */
@NullMarked
package org.lianzhi.journal;

import org.jspecify.annotations.NullMarked;
