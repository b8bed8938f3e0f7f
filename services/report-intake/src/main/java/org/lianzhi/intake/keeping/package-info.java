/** How long what a reporter said is kept: erasing it, holding it for the law, and remembering both beyond any backup. */
@NullMarked
package org.lianzhi.intake.keeping;

import org.jspecify.annotations.NullMarked;
