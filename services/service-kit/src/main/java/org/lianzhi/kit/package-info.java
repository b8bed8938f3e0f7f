/** What every REST service needs: sign-in, rights, problem details, idempotency keys, health. */
@NullMarked
package org.lianzhi.kit;

import org.jspecify.annotations.NullMarked;
