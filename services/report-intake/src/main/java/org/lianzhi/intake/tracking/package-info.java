/** A reporter follows a report by its code: the code, its slow hash, the status, the answer whether it is really fixed. */
@NullMarked
package org.lianzhi.intake.tracking;

import org.jspecify.annotations.NullMarked;
