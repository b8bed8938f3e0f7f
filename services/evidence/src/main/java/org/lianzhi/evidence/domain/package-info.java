/** Whether a record is as it was written, and who can prove it: plain Java, no store. */
@NullMarked
package org.lianzhi.evidence.domain;

import org.jspecify.annotations.NullMarked;
