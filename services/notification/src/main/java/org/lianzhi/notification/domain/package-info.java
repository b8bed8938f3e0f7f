/** Whom an event concerns, and what they are told. */
@NullMarked
package org.lianzhi.notification.domain;

import org.jspecify.annotations.NullMarked;
