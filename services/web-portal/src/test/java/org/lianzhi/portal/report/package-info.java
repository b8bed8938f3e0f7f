/** Previews and tests of filing a report. */
@NullMarked
package org.lianzhi.portal.report;

import org.jspecify.annotations.NullMarked;
