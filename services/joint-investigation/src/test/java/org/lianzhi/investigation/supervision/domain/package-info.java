/** Tests of the rules. */
@NullMarked
package org.lianzhi.investigation.supervision.domain;

import org.jspecify.annotations.NullMarked;
