package org.lianzhi.portal.cases.step;

import java.util.Map;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.words.Words;

/** What is asked of everybody who was there. */
final class OnSite {

    private OnSite() {}

    static Map<String, Object> choices(Colleagues colleagues, Reader reader) {
        return Map.of(
                "capacities", Choice.of("enforcing", "attending"),
                "colleagues", colleagues.of(reader),
                "weathers", Choice.of("rain", "after-rain", "dry", "unknown"));
    }

    /** The place that was offered with all that is known of it, unless another one was typed. */
    static Place where(String typed, Place offered, Words words) {
        return typed.equals(words.place(offered)) ? offered : new Place(null, typed, null, null);
    }
}
