/** Tests of the rules. */
@NullMarked
package org.lianzhi.investigation.desk.domain;

import org.jspecify.annotations.NullMarked;
