/** The REST interface. */
@NullMarked
package org.lianzhi.notification.api;

import org.jspecify.annotations.NullMarked;
