/** What the sides let inspectors read. */
@NullMarked
package org.lianzhi.timeline.inspector;

import org.jspecify.annotations.NullMarked;
