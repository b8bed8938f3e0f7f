@NullMarked
package org.lianzhi.investigation.photo;

import org.jspecify.annotations.NullMarked;
