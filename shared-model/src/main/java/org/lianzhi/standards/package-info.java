/** What the standards allow, as data, and what a laboratory's results mean against them. */
@NullMarked
package org.lianzhi.standards;

import org.jspecify.annotations.NullMarked;
