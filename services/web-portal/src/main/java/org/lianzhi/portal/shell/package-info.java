/** What every page has around its content: language, times, sign-in state, styles. */
@NullMarked
package org.lianzhi.portal.shell;

import org.jspecify.annotations.NullMarked;
