package org.lianzhi.timeline.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.AccessEvent.AccessEnded;
import org.lianzhi.model.AccessEvent.AccessGranted;
import org.lianzhi.model.AccessEvent.AccessUsed;
import org.lianzhi.model.wire.EventJson;

/** The accesses that each side granted, and those that each inspector holds. */
public final class AccessLines implements Listed<AccessLine, AccessLine> {

    private static final String KIND = "access";

    @Override
    public String collection() {
        return "inspector_accesses";
    }

    @Override
    public Class<AccessLine> type() {
        return AccessLine.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return isAccess(event.stream()) ? List.of(event.stream().toString()) : List.of();
    }

    @Override
    public AccessLine apply(String id, @Nullable AccessLine current, IncomingEvent event) {
        AccessLine before = current == null
                ? new AccessLine(id, event.type(), event.json(), event.at(), null, null, 0, null)
                : current;
        return switch (EventJson.read(event.type(), event.data()).orElse(null)) {
            case AccessEnded ended ->
                new AccessLine(
                        id,
                        before.type(),
                        before.json(),
                        before.grantedAt(),
                        event.at(),
                        ended.reason(),
                        before.looks(),
                        before.lastLookAt());
            case AccessUsed used ->
                new AccessLine(
                        id,
                        before.type(),
                        before.json(),
                        before.grantedAt(),
                        before.endedAt(),
                        before.endReason(),
                        before.looks() + 1,
                        event.at());
            case null, default -> before;
        };
    }

    @Override
    public Map<String, Optional<AccessLine>> places(String id, AccessLine line) {
        Map<String, Optional<AccessLine>> places = new LinkedHashMap<>();
        places.put(ofSide(line.side()), Optional.of(line));
        line.grant().map(AccessGranted::inspector).ifPresent(who -> places.put(ofInspector(who), Optional.of(line)));
        return places;
    }

    public static boolean isAccess(StreamId stream) {
        return stream.kind().equals(KIND);
    }

    public static String ofSide(String side) {
        return "side/" + side;
    }

    public static String ofInspector(String person) {
        return "inspector/" + person;
    }
}
