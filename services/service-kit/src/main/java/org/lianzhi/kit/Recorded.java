package org.lianzhi.kit;

import java.util.List;
import org.lianzhi.journal.EventData;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.WireTypes;

/** Events of the published language as the journal keeps them. */
public final class Recorded {

    private Recorded() {}

    public static EventData of(PublishedEvent event) {
        return new EventData(WireTypes.of(event).toString(), EventJson.write(event));
    }

    /** In the same order. */
    public static List<EventData> all(List<? extends PublishedEvent> events) {
        return events.stream().map(Recorded::of).toList();
    }
}
