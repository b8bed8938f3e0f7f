package org.lianzhi.portal.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.Service;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks every service. One that does not answer hides nothing of the others. */
@Component
class ParkedCases {

    private static final String PATH = "/api/v1/operations";

    private final Map<String, Service> services;

    ParkedCases(AllServices services) {
        this.services = services.byName();
    }

    /** As a service tells it. */
    record Entry(
            String consumer,
            String subject,
            String stream,
            long version,
            String event,
            String type,
            String reason,
            Instant since,
            Set<String> streams) {}

    /** @param gaps and {@code relay}: null from a service of an older version */
    record State(
            List<Entry> parked,
            @Nullable List<Gap> gaps,
            Map<String, Long> unknownTypes,
            @Nullable Relay relay) {}

    record Gap(String consumer, String stream, long after, Instant since) {}

    record Relay(int streams, int parked, long oldestSeconds) {}

    record Order(String consumer, String subject, String reason) {}

    OperationsPage all() {
        List<OperationsPage.Parked> parked = new ArrayList<>();
        List<OperationsPage.Gap> gaps = new ArrayList<>();
        List<String> away = new ArrayList<>();
        List<OperationsPage.Unknown> unknown = new ArrayList<>();
        List<OperationsPage.Waiting> waiting = new ArrayList<>();
        services.forEach((name, service) -> {
            try {
                State state = service.get(State.class, PATH);
                state.parked().forEach(entry -> parked.add(shown(name, entry)));
                Optional.ofNullable(state.gaps()).orElse(List.of()).forEach(gap -> gaps.add(shown(name, gap)));
                state.unknownTypes()
                        .forEach((type, count) -> unknown.add(new OperationsPage.Unknown(name, type, count)));
                Optional.ofNullable(state.relay())
                        .ifPresent(relay -> waiting.add(new OperationsPage.Waiting(
                                name, relay.streams(), relay.parked(), relay.oldestSeconds())));
            } catch (Away silent) {
                away.add(name);
            }
        });
        return new OperationsPage(parked, gaps, away, unknown, waiting);
    }

    Optional<OperationsPage.Parked> find(String service, String consumer, String subject) {
        return Optional.ofNullable(services.get(service)).stream()
                .flatMap(asked -> asked.get(State.class, PATH).parked().stream())
                .filter(entry ->
                        entry.consumer().equals(consumer) && entry.subject().equals(subject))
                .map(entry -> shown(service, entry))
                .findFirst();
    }

    void decide(OperationsPage.Parked parked, DecideForm form) {
        Service service = services.get(parked.service());
        if (service != null) {
            String decision = "skip".equals(form.decision()) ? "/skip" : "/release";
            service.post(
                    State.class, null, new Order(parked.consumer(), parked.subject(), form.reason()), PATH + decision);
        }
    }

    private static OperationsPage.Gap shown(String service, Gap gap) {
        return new OperationsPage.Gap(service, gap.consumer(), gap.stream() + "/" + gap.after(), gap.since());
    }

    private static OperationsPage.Parked shown(String service, Entry entry) {
        String href = UriComponentsBuilder.fromPath("/operations/parked")
                .queryParam("service", "{service}")
                .queryParam("consumer", "{consumer}")
                .queryParam("subject", "{subject}")
                .encode()
                .buildAndExpand(service, entry.consumer(), entry.subject())
                .toUriString();
        return new OperationsPage.Parked(
                service,
                entry.consumer(),
                entry.subject(),
                href,
                entry.type() + " · " + entry.stream() + "/" + entry.version(),
                entry.reason(),
                entry.since(),
                entry.streams().size());
    }
}
