package org.lianzhi.model.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianzhi.model.PublishedEvent;

/**
 * Which names on the wire mean what: of each event the version that is written now, and for every older one how it is read.
 * An older version without a way up to the present one cannot be registered.
 */
final class WireTable {

    private final Map<Class<? extends PublishedEvent>, WireType> byClass = new LinkedHashMap<>();
    private final Map<String, Entry> byName = new LinkedHashMap<>();

    private record Entry(Class<? extends PublishedEvent> type, WireType present, List<Upcaster> upcasters) {}

    /** How data of some version are read. */
    record Way(Class<? extends PublishedEvent> type, List<Upcaster> upcasters) {}

    /** An event that never changed. */
    WireTable register(Class<? extends PublishedEvent> type, String name) {
        return register(type, name, 1, List.of());
    }

    /**
     * An event in its present version.
     *
     * @param upcasters from version 1 to 2, from 2 to 3, and so on
     */
    WireTable register(Class<? extends PublishedEvent> type, String name, int version, List<Upcaster> upcasters) {
        if (upcasters.size() != version - 1) {
            throw new IllegalStateException(name + ".v" + version + " needs an upcaster from each of its "
                    + (version - 1) + " older versions to the next, and has " + upcasters.size());
        }
        WireType present = new WireType(name, version);
        if (byClass.put(type, present) != null
                || byName.put(name, new Entry(type, present, List.copyOf(upcasters))) != null) {
            throw new IllegalStateException(name + " is registered twice");
        }
        return this;
    }

    Map<Class<? extends PublishedEvent>, WireType> all() {
        return Collections.unmodifiableMap(byClass);
    }

    /** Every name that is read, in each of its versions. */
    List<WireType> read() {
        List<WireType> all = new ArrayList<>();
        byClass.values().forEach(present -> {
            for (int version = 1; version <= present.version(); version++) {
                all.add(new WireType(present.name(), version));
            }
        });
        return all;
    }

    /**
     * How to read data of this type.
     *
     * @return empty for a name that is not known at all
     * @throws UnreadableEvent for a version of a known name that is newer than the present one
     */
    Optional<Way> wayOf(String wireType) {
        Optional<WireType> asked = WireType.parse(wireType);
        Entry entry = asked.map(type -> byName.get(type.name())).orElse(null);
        if (entry == null || asked.isEmpty()) {
            return Optional.empty();
        }
        int version = asked.get().version();
        if (version > entry.present().version()) {
            throw UnreadableEvent.newer(wireType);
        }
        List<Upcaster> rest =
                entry.upcasters().subList(version - 1, entry.upcasters().size());
        return Optional.of(new Way(entry.type(), rest));
    }
}
