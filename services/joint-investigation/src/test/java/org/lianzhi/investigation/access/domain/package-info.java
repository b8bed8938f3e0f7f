/** Tests of the rules. */
@NullMarked
package org.lianzhi.investigation.access.domain;

import org.jspecify.annotations.NullMarked;
