/** Supervisors look through who opened the reports of their own side. */
@NullMarked
package org.lianzhi.portal.access;

import org.jspecify.annotations.NullMarked;
