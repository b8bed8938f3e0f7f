/** Tests on services that answer by the contract, over real HTTP. */
@NullMarked
package org.lianzhi.portal.worklist;

import org.jspecify.annotations.NullMarked;
