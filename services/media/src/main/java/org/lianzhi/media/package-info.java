/** What may circulate of a photo that came from a stranger. */
@NullMarked
package org.lianzhi.media;

import org.jspecify.annotations.NullMarked;
