/** How a citizen files a report: one question a page, nothing asked that is not needed. */
@NullMarked
package org.lianzhi.portal.report;

import org.jspecify.annotations.NullMarked;
