/** What is to be put right. */
@NullMarked
package org.lianzhi.investigation.rectification;

import org.jspecify.annotations.NullMarked;
