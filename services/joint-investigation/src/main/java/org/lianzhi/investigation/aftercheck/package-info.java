/** What was accepted is looked at again, unannounced: by a date, and after the first heavy rain. */
@NullMarked
package org.lianzhi.investigation.aftercheck;

import org.jspecify.annotations.NullMarked;
