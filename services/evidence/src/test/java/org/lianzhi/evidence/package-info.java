/** What counts as proof. */
@NullMarked
package org.lianzhi.evidence;

import org.jspecify.annotations.NullMarked;
