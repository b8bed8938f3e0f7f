/** Who takes part, whatever comes first. */
@NullMarked
package org.lianzhi.notification.matter;

import org.jspecify.annotations.NullMarked;
