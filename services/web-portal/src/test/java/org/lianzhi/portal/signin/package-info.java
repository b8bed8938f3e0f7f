/** Tests of rights, sign-in and forms that outlive a session. */
@NullMarked
package org.lianzhi.portal.signin;

import org.jspecify.annotations.NullMarked;
