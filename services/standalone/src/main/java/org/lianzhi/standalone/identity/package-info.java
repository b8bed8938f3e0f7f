/** The identity provider of the standalone: real OpenID Connect with demonstration users. */
@NullMarked
package org.lianzhi.standalone.identity;

import org.jspecify.annotations.NullMarked;
