/** Tests of the lists of papers. */
@NullMarked
package org.lianzhi.investigation.approval;

import org.jspecify.annotations.NullMarked;
