/** Offices and counties as pages name them. */
@NullMarked
package org.lianzhi.portal.territory;

import org.jspecify.annotations.NullMarked;
