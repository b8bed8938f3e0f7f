/** How events are named and written on the wire: the explicit table of types, and one canonical JSON form. */
@NullMarked
package org.lianzhi.model.wire;

import org.jspecify.annotations.NullMarked;
