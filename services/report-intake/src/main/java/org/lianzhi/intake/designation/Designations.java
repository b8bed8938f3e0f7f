package org.lianzhi.intake.designation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Projector;
import org.lianzhi.model.SupervisionEvent.OfficeDesignated;
import org.lianzhi.model.wire.EventJson;

/** One document per side's supervision of a case. Of all that is asked there only the office counts here. */
public final class Designations implements Projector<Designated> {

    private static final String KIND = "supervision";

    @Override
    public String collection() {
        return "designations";
    }

    @Override
    public Class<Designated> type() {
        return Designated.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return event.stream().kind().equals(KIND) ? List.of(event.stream().toString()) : List.of();
    }

    @Override
    public Designated apply(String id, @Nullable Designated current, IncomingEvent event) {
        Designated before = current == null ? Designated.NOBODY : current;
        return EventJson.read(event.type(), event.data()).orElse(null) instanceof OfficeDesignated designated
                ? new Designated(designated.bureau())
                : before;
    }

    /** Id of the document of a side's supervision of a case. */
    public static String of(String caseId, String side) {
        return KIND + "-" + caseId + "@" + side;
    }
}
