/** Tests of what officers decide about reports. */
@NullMarked
package org.lianzhi.portal.triage;

import org.jspecify.annotations.NullMarked;
