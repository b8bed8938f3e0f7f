/** What tests of the pages need on either side: services that answer as agreed, and a browser without scripts. */
@NullMarked
package org.lianzhi.portal.stub;

import org.jspecify.annotations.NullMarked;
