/** How services are asked. */
@NullMarked
package org.lianzhi.portal.client;

import org.jspecify.annotations.NullMarked;
