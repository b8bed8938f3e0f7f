package org.lianzhi.standalone;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianzhi.embedded.Ports;

/**
 * Where the parts listen, no two on the same port. They are settled before the first of them starts, because each has to know of the
 * others, and bound one after the other.
 *
 * @param services those behind the portal, by name
 */
record PartPorts(int portal, int identityProvider, int broker, Map<String, Integer> services) {

    private static final List<String> SERVICES =
            List.of("report-intake", "joint-investigation", "notification", "supervisor-timeline");

    /** The first two are what the user said. */
    static PartPorts pick(int portal, int identityProvider) {
        Set<Integer> said = new HashSet<>(List.of(portal, identityProvider));
        Iterator<Integer> picked = Ports.pick(1 + SERVICES.size(), said).iterator();
        int broker = picked.next();
        Map<String, Integer> services = new LinkedHashMap<>();
        SERVICES.forEach(service -> services.put(service, picked.next()));
        return new PartPorts(portal, identityProvider, broker, services);
    }

    Set<Integer> all() {
        Set<Integer> all = new HashSet<>(services.values());
        all.addAll(List.of(portal, identityProvider, broker));
        return all;
    }
}
