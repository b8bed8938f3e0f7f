/** Tests of pages that are told when something moves. */
@NullMarked
package org.lianzhi.portal.live;

import org.jspecify.annotations.NullMarked;
