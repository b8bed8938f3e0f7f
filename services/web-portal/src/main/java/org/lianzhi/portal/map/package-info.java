/** The schematic map of the border counties, drawn without a tile server. */
@NullMarked
package org.lianzhi.portal.map;

import org.jspecify.annotations.NullMarked;
