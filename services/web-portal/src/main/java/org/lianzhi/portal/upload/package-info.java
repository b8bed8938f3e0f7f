/** Citizens' photos on their way to report-intake. */
@NullMarked
package org.lianzhi.portal.upload;

import org.jspecify.annotations.NullMarked;
