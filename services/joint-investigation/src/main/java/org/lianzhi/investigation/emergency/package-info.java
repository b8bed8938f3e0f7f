/** What a side does at once, and the letters to whoever else has to know or to act. */
@NullMarked
package org.lianzhi.investigation.emergency;

import org.jspecify.annotations.NullMarked;
