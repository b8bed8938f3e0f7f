/** Tests of keys and what is done with them. */
@NullMarked
package org.lianzhi.intake.secret;

import org.jspecify.annotations.NullMarked;
