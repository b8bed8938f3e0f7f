/** All of Lianzhi in one JVM. */
@NullMarked
package org.lianzhi.standalone;

import org.jspecify.annotations.NullMarked;
