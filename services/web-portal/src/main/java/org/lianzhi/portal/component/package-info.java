/** Small view models that the template fragments of the same name draw. */
@NullMarked
package org.lianzhi.portal.component;

import org.jspecify.annotations.NullMarked;
