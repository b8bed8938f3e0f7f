/** Where things lie and who is responsible there: agreements, counties, bureaus, deadlines, calendars. All of it is data. */
@NullMarked
package org.lianzhi.territory;

import org.jspecify.annotations.NullMarked;
