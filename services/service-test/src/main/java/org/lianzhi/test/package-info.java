/** What the tests of all services share. */
@NullMarked
package org.lianzhi.test;

import org.jspecify.annotations.NullMarked;
