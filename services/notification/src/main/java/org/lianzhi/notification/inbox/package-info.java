/** What each bureau was told, and what of it was opened. */
@NullMarked
package org.lianzhi.notification.inbox;

import org.jspecify.annotations.NullMarked;
