/** Tests of notification. */
@NullMarked
package org.lianzhi.notification;

import org.jspecify.annotations.NullMarked;
