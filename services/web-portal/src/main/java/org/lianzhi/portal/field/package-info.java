/** Where there is no connection: what an officer takes along on a phone. */
@NullMarked
package org.lianzhi.portal.field;

import org.jspecify.annotations.NullMarked;
