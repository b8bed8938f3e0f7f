/** Tests of the portal: its pages are served for real and looked at in a browser. */
@NullMarked
package org.lianzhi.portal;

import org.jspecify.annotations.NullMarked;
