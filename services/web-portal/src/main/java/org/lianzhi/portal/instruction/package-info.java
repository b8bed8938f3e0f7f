/** Instructions of supervisors to offices of their own side: given, reminded of, answered. */
@NullMarked
package org.lianzhi.portal.instruction;

import org.jspecify.annotations.NullMarked;
