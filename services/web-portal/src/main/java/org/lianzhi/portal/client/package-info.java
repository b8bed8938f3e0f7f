/** How the portal speaks to the services: as the person who is signed in, with time limits, and in typed failures. */
@NullMarked
package org.lianzhi.portal.client;

import org.jspecify.annotations.NullMarked;
