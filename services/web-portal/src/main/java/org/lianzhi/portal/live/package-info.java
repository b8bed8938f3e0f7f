/** Tells open pages that something has moved: hints only, the page then asks by HTTP. */
@NullMarked
package org.lianzhi.portal.live;

import org.jspecify.annotations.NullMarked;
