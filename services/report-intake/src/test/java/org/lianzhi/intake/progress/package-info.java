@NullMarked
package org.lianzhi.intake.progress;

import org.jspecify.annotations.NullMarked;
