/** What administrators see and decide: cases that a service could not go on with. */
@NullMarked
package org.lianzhi.portal.operations;

import org.jspecify.annotations.NullMarked;
