/** The bureau of a city reads and decides the papers that its branches put to it. */
@NullMarked
package org.lianzhi.portal.approval;

import org.jspecify.annotations.NullMarked;
