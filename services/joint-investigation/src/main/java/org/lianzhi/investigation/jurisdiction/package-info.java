/** Which side leads: each side's position, and decisions from above as each side received them. */
@NullMarked
package org.lianzhi.investigation.jurisdiction;

import org.jspecify.annotations.NullMarked;
