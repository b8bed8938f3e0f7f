package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.CaseView.InspectionView;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;

/** What is asked of everybody who was there. */
final class OnSite {

    private OnSite() {}

    static Map<String, List<Choice>> choices() {
        return Map.of(
                "capacities", Choice.of("enforcing", "attending"),
                "weathers", Choice.of("rain", "after-rain", "dry", "unknown"));
    }

    /** A visit as it was proposed. */
    static List<Row> proposed(InspectionView visit, Words words) {
        return List.of(
                Row.time("case.startsAt", visit.startsAt()),
                Row.text("case.meetingPoint", words.place(visit.meetingPoint())),
                Row.text("case.purpose", visit.purpose()));
    }

    /** The place that was offered with all that is known of it, unless another one was typed. */
    static Place where(String typed, Place offered, Words words) {
        return words.isNamed(offered, typed) ? offered : new Place(null, typed, null, null);
    }
}
