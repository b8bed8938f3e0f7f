/** Each side signs the heads of its records at an interval, so that others can prove later how they stood. */
@NullMarked
package org.lianzhi.investigation.checkpoint;

import org.jspecify.annotations.NullMarked;
