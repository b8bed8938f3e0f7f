/** The front door and the pages that explain the service. */
@NullMarked
package org.lianzhi.portal.home;

import org.jspecify.annotations.NullMarked;
