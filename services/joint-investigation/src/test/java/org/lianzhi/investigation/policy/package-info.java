/** Tests of what happens by itself. */
@NullMarked
package org.lianzhi.investigation.policy;

import org.jspecify.annotations.NullMarked;
