package org.lianzhi.timeline.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.SupervisionEvent;
import org.lianzhi.model.wire.EventJson;

/** Whom the supervisors of a side made handle a case; only that side is told, so each has a list of its own. */
public final class DesignatedOffices implements Listed<DesignatedOffice, DesignatedOffice> {

    private static final String KIND = "supervision";

    @Override
    public String collection() {
        return "designated_offices";
    }

    @Override
    public Class<DesignatedOffice> type() {
        return DesignatedOffice.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        StreamId stream = event.stream();
        return stream.kind().equals(KIND) ? List.of(stream.toString()) : List.of();
    }

    @Override
    public DesignatedOffice apply(String id, @Nullable DesignatedOffice current, IncomingEvent event) {
        return switch (EventJson.read(event.type(), event.data()).orElse(null)) {
            case SupervisionEvent.OfficeDesignated now -> new DesignatedOffice(now.bureau());
            case null, default -> current == null ? new DesignatedOffice(null) : current;
        };
    }

    @Override
    public Map<String, Optional<DesignatedOffice>> places(String id, DesignatedOffice state) {
        return state.office() == null
                ? Map.of()
                : Map.of(list(StreamId.parse(id).side()), Optional.of(state));
    }

    private static String list(String side) {
        return "side/" + side;
    }

    /** Of one case. */
    public static Optional<String> of(ReadModel<DesignatedOffice> model, String side, String caseId) {
        return model.find(new StreamId(KIND, caseId, side).toString())
                .flatMap(found -> Optional.ofNullable(found.state().office()));
    }

    /** All of a side, by case. */
    public static Map<String, String> of(ReadModel<DesignatedOffice> model, String side) {
        Map<String, String> offices = new HashMap<>();
        model.entries(list(side), DesignatedOffice.class).forEach((stream, designated) -> {
            if (designated.office() != null) {
                offices.put(StreamId.parse(stream).id(), designated.office());
            }
        });
        return offices;
    }
}
