package org.lianzhi.portal.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.Service;
import org.lianzhi.territory.BadTerritory;
import org.lianzhi.territory.Territory;
import org.springframework.stereotype.Component;

/** With which agreements and maps the portal and each service work. Each has its own copy and reads its own files. */
@Component
public class TerritoryData {

    private static final String PATH = "/api/v1/operations/territory";
    private static final int SHOWN = 12;

    private final AllServices services;
    private final Territory own;

    TerritoryData(AllServices services, Territory own) {
        this.services = services;
        this.own = own;
    }

    record Answer(List<Territory.Loaded> agreements) {}

    /**
     * What one part works with.
     *
     * @param refused why its files were not taken; null where they were
     * @param away whether it did not answer
     */
    public record Part(
            String service,
            List<Agreement> agreements,
            @Nullable String refused,
            boolean away) {}

    /** @param digest the beginning of the digests of both files, by which copies are compared */
    public record Agreement(String id, int version, String zoneKm, String digest) {

        static Agreement of(Territory.Loaded loaded) {
            return new Agreement(
                    loaded.id(),
                    loaded.version(),
                    String.valueOf(loaded.zoneKm()),
                    loaded.digest().substring(0, SHOWN) + " " + loaded.map().substring(0, SHOWN));
        }
    }

    List<Part> state() {
        return all(own::loaded, service -> service.get(Answer.class, PATH));
    }

    List<Part> renew() {
        return all(own::renew, service -> service.post(Answer.class, null, Map.of(), PATH));
    }

    /** The portal's own copy first. */
    private List<Part> all(Supplier<List<Territory.Loaded>> mine, Function<Service, Answer> theirs) {
        List<Part> parts = new ArrayList<>();
        parts.add(own(mine));
        services.byName().forEach((name, service) -> parts.add(of(name, service, theirs)));
        return parts;
    }

    private static Part own(Supplier<List<Territory.Loaded>> mine) {
        try {
            return known("web-portal", mine.get());
        } catch (BadTerritory bad) {
            return new Part("web-portal", List.of(), bad.getMessage(), false);
        }
    }

    private static Part of(String name, Service service, Function<Service, Answer> asked) {
        try {
            return known(name, asked.apply(service).agreements());
        } catch (Refused refused) {
            return new Part(name, List.of(), String.join(" ", refused.arguments()), false);
        } catch (Away | NotThere silent) {
            return new Part(name, List.of(), null, true);
        }
    }

    private static Part known(String name, List<Territory.Loaded> agreements) {
        return new Part(name, agreements.stream().map(Agreement::of).toList(), null, false);
    }
}
