/** Who may open which page, sign-in and sign-out, and forms that outlive a session. */
@NullMarked
package org.lianzhi.portal.signin;

import org.jspecify.annotations.NullMarked;
