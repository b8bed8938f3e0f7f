/** What forms of several features share: sending what was decided, and saying why it was not taken. */
@NullMarked
package org.lianzhi.portal.form;

import org.jspecify.annotations.NullMarked;
