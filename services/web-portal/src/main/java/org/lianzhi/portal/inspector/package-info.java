/** What inspectors from outside may read: supervisors grant it and follow what was looked at, inspectors read. */
@NullMarked
package org.lianzhi.portal.inspector;

import org.jspecify.annotations.NullMarked;
