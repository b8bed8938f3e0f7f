/** Tests of notification. */
@NullMarked
package org.lianzhi.notification.domain;

import org.jspecify.annotations.NullMarked;
