/** Classes that break a rule on purpose. */
@NullMarked
package org.lianzhi.test.samples;

import org.jspecify.annotations.NullMarked;
