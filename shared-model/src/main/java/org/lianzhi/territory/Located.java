package org.lianzhi.territory;

import java.util.Optional;
import org.lianzhi.model.Side;

/**
 * What the map says of a point. The county is a suggestion that a person confirms.
 *
 * @param side whose province the point lies in; empty outside all of them
 * @param county empty where the point lies in no county of the data
 * @param toBorderM metres to the line between the provinces
 * @param zoneM width of the border zone, and how far the position may be off
 * @param inBorderZone no side may be decided by machine
 */
public record Located(
        Optional<Side> side, Optional<County> county, double toBorderM, double zoneM, boolean inBorderZone) {}
