/** The record in which a side keeps its supervision of a case, apart from the case's own. */
@NullMarked
package org.lianzhi.investigation.supervision.stream;

import org.jspecify.annotations.NullMarked;
