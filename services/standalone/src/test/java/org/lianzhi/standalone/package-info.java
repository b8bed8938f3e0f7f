/** The commands on a data folder. */
@NullMarked
package org.lianzhi.standalone;

import org.jspecify.annotations.NullMarked;
