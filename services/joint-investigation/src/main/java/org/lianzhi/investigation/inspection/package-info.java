/** Visits to the site. */
@NullMarked
package org.lianzhi.investigation.inspection;

import org.jspecify.annotations.NullMarked;
