/** Who takes part in a case or a report, and telling them. */
@NullMarked
package org.lianzhi.notification.matter;

import org.jspecify.annotations.NullMarked;
