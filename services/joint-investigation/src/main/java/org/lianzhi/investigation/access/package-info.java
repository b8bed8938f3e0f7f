/** Inspectors from outside: what a side lets them read, and what they looked at. */
@NullMarked
package org.lianzhi.investigation.access;

import org.jspecify.annotations.NullMarked;
