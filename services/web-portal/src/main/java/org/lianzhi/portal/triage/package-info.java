/** What a bureau decides about a report, and what of it may cross the border. */
@NullMarked
package org.lianzhi.portal.triage;

import org.jspecify.annotations.NullMarked;
