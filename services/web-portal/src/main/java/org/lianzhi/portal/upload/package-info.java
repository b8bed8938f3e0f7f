/** Photos on their way to a service, piece by piece where a script sends them. */
@NullMarked
package org.lianzhi.portal.upload;

import org.jspecify.annotations.NullMarked;
