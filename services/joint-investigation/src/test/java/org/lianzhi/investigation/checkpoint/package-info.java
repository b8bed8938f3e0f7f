/** What is signed, and that others can check it. */
@NullMarked
package org.lianzhi.investigation.checkpoint;

import org.jspecify.annotations.NullMarked;
