/** What the investigation holds for true. */
@NullMarked
package org.lianzhi.investigation.finding;

import org.jspecify.annotations.NullMarked;
