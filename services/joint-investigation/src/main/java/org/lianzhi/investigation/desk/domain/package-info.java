/** The rules of responsibility within a side, without a framework. */
@NullMarked
package org.lianzhi.investigation.desk.domain;

import org.jspecify.annotations.NullMarked;
