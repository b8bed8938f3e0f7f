/** Previews and tests of following a report. */
@NullMarked
package org.lianzhi.portal.status;

import org.jspecify.annotations.NullMarked;
