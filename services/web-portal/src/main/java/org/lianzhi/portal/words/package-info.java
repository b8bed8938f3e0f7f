/** Names, numbers and times as the reader of a page calls them. */
@NullMarked
package org.lianzhi.portal.words;

import org.jspecify.annotations.NullMarked;
