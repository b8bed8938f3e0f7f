/** Each kind of tampering, named. */
@NullMarked
package org.lianzhi.evidence.domain;

import org.jspecify.annotations.NullMarked;
