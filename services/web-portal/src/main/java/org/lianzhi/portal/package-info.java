/** The web pages of citizens, bureau staff and supervisors; they hold no state of their own. */
@NullMarked
package org.lianzhi.portal;

import org.jspecify.annotations.NullMarked;
