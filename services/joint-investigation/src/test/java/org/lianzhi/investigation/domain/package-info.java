/** Tests of the rules: given both records, when one side asks, then its own record grows. */
@NullMarked
package org.lianzhi.investigation.domain;

import org.jspecify.annotations.NullMarked;
