/** Tests of questions and answers. */
@NullMarked
package org.lianzhi.timeline.exchange;

import org.jspecify.annotations.NullMarked;
