/** The REST interface. */
@NullMarked
package org.lianzhi.timeline.api;

import org.jspecify.annotations.NullMarked;
