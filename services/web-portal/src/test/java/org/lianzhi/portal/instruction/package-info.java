/** Tests of the pages. */
@NullMarked
package org.lianzhi.portal.instruction;

import org.jspecify.annotations.NullMarked;
