/** The served description is the one in the repository. */
@NullMarked
package org.lianzhi.portal.contract;

import org.jspecify.annotations.NullMarked;
