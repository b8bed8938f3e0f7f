/** Every page with representative data, for tests and for looking at: no service is behind it. */
@NullMarked
package org.lianzhi.portal.preview;

import org.jspecify.annotations.NullMarked;
