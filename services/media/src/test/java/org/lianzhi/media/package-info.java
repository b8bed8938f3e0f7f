/** Tests of what becomes of a stranger's photo. */
@NullMarked
package org.lianzhi.media;

import org.jspecify.annotations.NullMarked;
