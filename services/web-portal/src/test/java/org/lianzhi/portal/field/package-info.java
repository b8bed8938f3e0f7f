@NullMarked
package org.lianzhi.portal.field;

import org.jspecify.annotations.NullMarked;
