/** The description of the events, for programs of other makers. */
@NullMarked
package org.lianzhi.portal.contract;

import org.jspecify.annotations.NullMarked;
