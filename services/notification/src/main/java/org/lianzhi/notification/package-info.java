/** Who of the own side is told what. */
@NullMarked
package org.lianzhi.notification;

import org.jspecify.annotations.NullMarked;
