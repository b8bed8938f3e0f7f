package org.lianzhi.portal.triage;

import java.time.Instant;
import java.util.List;
import org.lianzhi.portal.component.MapPlace;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;

/**
 * A report as the receiving bureau sees it.
 *
 * @param number of the report; never its tracking code
 * @param inBorderZone whether the place is so near the line that no side is suggested
 * @param places for the map
 * @param placesJson the same for the map's script
 * @param answerBy when the reporter is to know whether it is accepted
 */
public record TriagePage(
        String href,
        String number,
        boolean synthetic,
        boolean inBorderZone,
        List<Row> report,
        List<Row> contact,
        List<Photo> photos,
        List<MapPlace> places,
        String placesJson,
        Instant answerBy,
        boolean overdue) {}
