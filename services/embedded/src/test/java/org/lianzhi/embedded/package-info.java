/** Tests of the embedded broker and store; what only a death shows is shown by killing a process. */
@NullMarked
package org.lianzhi.embedded;

import org.jspecify.annotations.NullMarked;
