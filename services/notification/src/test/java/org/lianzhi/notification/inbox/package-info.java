/** What a bureau's page says, also of what this version does not know. */
@NullMarked
package org.lianzhi.notification.inbox;

import org.jspecify.annotations.NullMarked;
