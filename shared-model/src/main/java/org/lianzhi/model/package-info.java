/** The published language of Lianzhi: who takes part, what happened, and how it is named on the wire. */
@NullMarked
package org.lianzhi.model;

import org.jspecify.annotations.NullMarked;
