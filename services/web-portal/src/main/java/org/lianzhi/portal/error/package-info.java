/** Pages for what went wrong, in the reader's language. */
@NullMarked
package org.lianzhi.portal.error;

import org.jspecify.annotations.NullMarked;
