@NullMarked
package org.lianzhi.intake.keeping;

import org.jspecify.annotations.NullMarked;
