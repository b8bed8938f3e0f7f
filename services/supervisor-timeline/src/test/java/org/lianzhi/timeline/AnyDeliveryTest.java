package org.lianzhi.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Head;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.NoticeEvent;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.WireTypes;
import org.lianzhi.test.Api;
import org.lianzhi.test.OnBackends;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two whole services with a store each: one gets both records as they were written, the other late, doubled, crossed and
 * with gaps. Both must tell the same page, to the byte.
 */
class AnyDeliveryTest {

    private static final Instant START = Instant.parse("2024-07-08T01:00:00Z");
    private static final Instant DUE = Instant.parse("2024-07-10T10:00:00Z");

    enum Said {
        HUNAN_OPENS,
        GUANGXI_OPENS,
        HUNAN_ACKNOWLEDGES,
        GUANGXI_ACKNOWLEDGES,
        GUANGXI_JOINS,
        HUNAN_SIGNS_AND_CLOSES,
        GUANGXI_SIGNS,
        GUANGXI_CLOSES,
        HUNAN_REOPENS,
        GUANGXI_SAYS_WHAT_NOBODY_KNOWS_YET,
        HUNAN_IS_TOLD_AND_OPENS_IT,
        GUANGXI_IS_TOLD
    }

    @Property(tries = 8)
    void any_delivery_of_the_same_records_gives_the_same_page(
            @ForAll @Size(min = 1, max = 25) List<Said> story, @ForAll Random random) {
        String id = UUID.randomUUID().toString();
        List<Map<String, Object>> records = new History(id, random).of(story);

        Two.INSTANCE.asWritten.deliver(records, random);
        Service other = Two.INSTANCE.anyhow;
        List<Map<String, Object>> shuffled = new ArrayList<>(records);
        shuffled.addAll(records.subList(0, random.nextInt(records.size())));
        Collections.shuffle(shuffled, random);
        other.deliver(shuffled, random);
        // What was asked for because of a gap comes again, in the order of each record, the two crossed in some way.
        other.deliver(crossed(records, random), random);

        for (String path : List.of(
                "/api/v1/timelines/" + id + "?order=oldest",
                "/api/v1/timelines/" + id + "?order=newest",
                "/api/v1/timelines/" + id + "/verification",
                "/api/v1/timelines/" + id + "/as-of?at=2024-07-08T01:07:00Z",
                "/api/v1/figures/opened",
                "/api/v1/figures/accepting",
                "/api/v1/figures/accepting-on-time",
                "/api/v1/figures/settling",
                "/api/v1/figures/closing",
                "/api/v1/figures/resolutions")) {
            Api.Answer expected = Two.INSTANCE.asWritten.supervisor().get(path);
            Api.Answer actual = other.supervisor().get(path);
            assertThat(expected.status()).isEqualTo(200);
            assertThat(actual.text()).isEqualTo(expected.text());
        }
        assertThat(listed(other, id)).isEqualTo(listed(Two.INSTANCE.asWritten, id));
        assertThat(told(other, id)).isEqualTo(Plain.of(records));
    }

    /** What the service tells of a case, as far as the plain reading knows of it. */
    private static Plain told(Service service, String id) {
        JsonNode line = service.supervisor()
                .get("/api/v1/timelines?size=200")
                .json()
                .path("cases")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        List<JsonNode> steps = service.supervisor()
                .get("/api/v1/timelines/" + id + "?order=oldest")
                .json()
                .path("entries")
                .valueStream()
                .toList();
        Map<String, List<String>> bySide = new TreeMap<>();
        steps.forEach(
                step -> bySide.computeIfAbsent(Plain.part(step.path("stream").asString()), any -> new ArrayList<>())
                        .add(step.path("id").asString()));
        bySide.computeIfPresent(Plain.TOLD, (part, ids) -> ids.stream().sorted().toList());
        return new Plain(
                bySide,
                line.path("state").asString(),
                Instant.parse(line.path("summary").path("openedAt").asString()),
                Instant.parse(line.path("summary").path("lastAt").asString()),
                line.path("owing")
                        .valueStream()
                        .map(owing -> owing.path("side").asString() + " "
                                + owing.path("act").asString())
                        .sorted()
                        .toList());
    }

    /**
     * What a reader with both records on paper would say, who has none of the product's folds.
     *
     * @param steps ids of each side's events, in its own order; and what the offices of the reader's side were told
     */
    private record Plain(
            Map<String, List<String>> steps, String state, Instant openedAt, Instant lastAt, List<String> owing) {

        static final String TOLD = "told";

        private static final String CLOSURES = "case.(closure-signed|closed|reopened).v1";

        private static int epoch(Map<String, Object> event) {
            return JsonMapper.shared()
                    .readTree(String.valueOf(event.get("data")))
                    .path("epoch")
                    .asInt();
        }

        /** That a case was opened again says either record. */
        private static int caseEpoch(Map<String, List<String>> types) {
            return types.values().stream()
                    .flatMap(List::stream)
                    .filter(type -> type.startsWith("case.reopened.v1 "))
                    .mapToInt(type -> Integer.parseInt(type.substring(type.indexOf(' ') + 1)))
                    .max()
                    .orElse(1);
        }

        static String part(String stream) {
            return stream.startsWith("notice-") ? TOLD : stream.replaceAll(".*@", "");
        }

        static Plain of(List<Map<String, Object>> all) {
            List<Map<String, Object>> records = all.stream()
                    .filter(event ->
                            !part(String.valueOf(event.get("ce_streamid"))).equals(TOLD))
                    .toList();
            Map<String, List<String>> steps = new TreeMap<>();
            Map<String, List<String>> types = new TreeMap<>();
            Map<String, Instant> lastOf = new TreeMap<>();
            List<Instant> openings = new ArrayList<>();
            for (Map<String, Object> event : records) {
                String side = String.valueOf(event.get("ce_streamid")).replaceAll(".*@", "");
                String type = String.valueOf(event.get("ce_type"));
                Instant at = Instant.parse(String.valueOf(event.get("ce_time")));
                steps.computeIfAbsent(side, any -> new ArrayList<>()).add(String.valueOf(event.get("ce_id")));
                // A signature and a closing count in their epoch only.
                types.computeIfAbsent(side, any -> new ArrayList<>())
                        .add(type + (type.matches(CLOSURES) ? " " + epoch(event) : ""));
                lastOf.put(side, at);
                if (type.equals("case.opened.v1")) {
                    openings.add(at);
                }
            }
            List<String> told = all.stream()
                    .filter(event -> String.valueOf(event.get("ce_streamid")).matches("notice-.*@hn"))
                    .map(event -> String.valueOf(event.get("ce_id")))
                    .sorted()
                    .toList();
            if (!told.isEmpty()) {
                steps.put(TOLD, told);
            }
            String state = state(types, lastOf);
            return new Plain(
                    steps, state, Collections.min(openings), Collections.max(lastOf.values()), owing(types, state));
        }

        private static String state(Map<String, List<String>> types, Map<String, Instant> lastOf) {
            boolean both = types.size() == 2;
            int epoch = caseEpoch(types);
            if (both && types.values().stream().allMatch(its -> isClosed(its, epoch))) {
                return "closed";
            }
            if (!both || !types.values().stream().allMatch(all -> all.contains("case.acknowledged.v1"))) {
                return "acknowledging";
            }
            String latest = requireNonNull(lastOf.get("hn")).isBefore(requireNonNull(lastOf.get("gx"))) ? "gx" : "hn";
            for (String side : List.of(latest, latest.equals("hn") ? "gx" : "hn")) {
                List<String> its = requireNonNull(types.get(side));
                if (isClosed(its, epoch) || !phase(its).equals("closed")) {
                    return isClosed(its, epoch) ? "signing" : phase(its);
                }
            }
            return "inspecting";
        }

        /** The last event that this version knows says where a record is. */
        private static String phase(List<String> types) {
            String last = types.stream()
                    .filter(type -> !type.equals("case.mediated.v1"))
                    .reduce("", (before, next) -> next);
            return switch (last.replaceAll(" .*", "")) {
                case "case.opened.v1", "case.joined.v1" -> "acknowledging";
                case "case.closure-signed.v1" -> "signing";
                case "case.closed.v1" -> "closed";
                default -> "inspecting";
            };
        }

        private static boolean isClosed(List<String> types, int epoch) {
            return types.contains("case.closed.v1 " + epoch);
        }

        private static List<String> owing(Map<String, List<String>> types, String state) {
            List<String> owing = new ArrayList<>();
            for (String side : List.of("gx", "hn")) {
                List<String> its = types.getOrDefault(side, List.of());
                if (state.equals("acknowledging") && !its.contains("case.acknowledged.v1")) {
                    owing.add(side + " acknowledge");
                }
                int epoch = caseEpoch(types);
                boolean signed = its.contains("case.closure-signed.v1 " + epoch) || isClosed(its, epoch);
                if (state.equals("signing") && !signed) {
                    owing.add(side + " sign");
                }
            }
            return owing;
        }
    }

    private static List<String> listed(Service service, String id) {
        return service.supervisor()
                .get("/api/v1/timelines?size=200")
                .json()
                .path("cases")
                .valueStream()
                .filter(line -> line.path("id").asString().equals(id))
                .map(Object::toString)
                .toList();
    }

    private static List<Map<String, Object>> crossed(List<Map<String, Object>> records, Random random) {
        Map<Object, List<Map<String, Object>>> rest = records.stream()
                .collect(Collectors.groupingBy(
                        record -> String.valueOf(record.get("ce_streamid")), TreeMap::new, Collectors.toList()));
        List<Map<String, Object>> crossed = new ArrayList<>();
        while (crossed.size() < records.size()) {
            List<List<Map<String, Object>>> left =
                    rest.values().stream().filter(list -> !list.isEmpty()).toList();
            crossed.add(left.get(random.nextInt(left.size())).removeFirst());
        }
        return crossed;
    }

    /** Writes both records, each side on a clock of its own and having seen the other's as far as it happens to have. */
    private static final class History {

        private final String id;
        private final Random random;
        private final Map<String, List<Head>> heads = Map.of("hn", new ArrayList<>(), "gx", new ArrayList<>());
        private final Map<String, Integer> seen = new HashMap<>();
        private final List<Map<String, Object>> records = new ArrayList<>();
        private int minute;
        private int epoch = 1;

        History(String id, Random random) {
            this.id = id;
            this.random = random;
        }

        List<Map<String, Object>> of(List<Said> story) {
            if (!story.contains(Said.HUNAN_OPENS) && !story.contains(Said.GUANGXI_OPENS)) {
                say(Said.GUANGXI_OPENS);
            }
            story.forEach(this::say);
            return records;
        }

        private void say(Said said) {
            switch (said) {
                case HUNAN_OPENS -> commit("hn", opened("hn"));
                case GUANGXI_OPENS -> commit("gx", opened("gx"));
                case HUNAN_ACKNOWLEDGES -> commit("hn", new CaseEvent.CaseAcknowledged("431129-branch"));
                case GUANGXI_ACKNOWLEDGES -> commit("gx", new CaseEvent.CaseAcknowledged("451123-branch"));
                case GUANGXI_JOINS -> commit("gx", new CaseEvent.CaseJoined("451123-branch", DUE, "rule", 1));
                case HUNAN_SIGNS_AND_CLOSES -> commit("hn", signed(), closed());
                case GUANGXI_SIGNS -> commit("gx", signed());
                case GUANGXI_CLOSES -> commit("gx", closed());
                case HUNAN_REOPENS -> commit("hn", new CaseEvent.CaseReopened("new-facts", "seen again", ++epoch));
                case GUANGXI_SAYS_WHAT_NOBODY_KNOWS_YET ->
                    commit("gx", List.of("case.mediated.v1"), List.of("{ \"later\" : [1] }"));
                case HUNAN_IS_TOLD_AND_OPENS_IT -> tell("hn", "431129-branch", new NoticeEvent.NoticeRead());
                case GUANGXI_IS_TOLD -> tell("gx", "451123-branch");
            }
        }

        private void commit(String side, CaseEvent... events) {
            List<CaseEvent> all = List.of(events);
            commit(
                    side,
                    all.stream().map(event -> WireTypes.of(event).toString()).toList(),
                    all.stream().map(EventJson::write).toList());
        }

        /** A notice about the case, and what was done with it. */
        private void tell(String side, String bureau, NoticeEvent... later) {
            String stream = "notice-" + UUID.randomUUID() + "@" + side;
            List<NoticeEvent> all = new ArrayList<>(List.of(later));
            all.addFirst(new NoticeEvent.NoticeIssued(bureau, "case-opened", id, "cause", DUE));
            List<Head> own = new ArrayList<>();
            all.forEach(event -> commit(
                    stream,
                    side,
                    own,
                    Map.of(),
                    List.of(WireTypes.of(event).toString()),
                    List.of(EventJson.write(event))));
        }

        private void commit(String side, List<String> types, List<String> data) {
            List<Head> own = heads.getOrDefault(side, List.of());
            commit("case-" + id + "@" + side, side, own, look(side), types, data);
        }

        private void commit(
                String stream,
                String side,
                List<Head> own,
                Map<String, Head> other,
                List<String> types,
                List<String> data) {
            String previous = own.isEmpty() ? CommitHash.GENESIS : own.getLast().hash();
            long version = own.size() + 1L;
            // The clocks are up to ten minutes apart, and two commits of one side may have the same time.
            Instant at = START.plusSeconds(60L * (minute += random.nextInt(2)) + (side.equals("hn") ? 600 : 0));
            List<String> digests = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                digests.add(CommitHash.digest(types.get(i), data.get(i)));
            }
            String commit = version + "-" + stream;
            String actor = side + "/-/policy/test";
            String hash = CommitHash.of(previous, stream, version, commit, "cause", actor, at, other, digests);
            own.add(new Head(version, hash));
            for (int i = 0; i < types.size(); i++) {
                Map<String, Object> headers = new HashMap<>();
                headers.put("ce_id", commit + "#" + i);
                headers.put("ce_type", types.get(i));
                headers.put("ce_streamid", stream);
                headers.put("ce_streamversion", Long.toString(version));
                headers.put("ce_commitindex", Integer.toString(i));
                headers.put("ce_commitsize", Integer.toString(types.size()));
                headers.put("ce_time", at.toString());
                headers.put("ce_commitid", commit);
                headers.put("ce_causationid", "cause");
                headers.put("ce_actor", actor);
                headers.put("ce_previoushash", previous);
                headers.put("ce_commithash", hash);
                other.forEach((from, head) -> headers.put("ce_seen", from + ":" + head.version() + ":" + head.hash()));
                headers.put("data", data.get(i));
                records.add(headers);
            }
        }

        /** Nobody sees less of the other than before. */
        private Map<String, Head> look(String side) {
            String other = side.equals("hn") ? "gx" : "hn";
            List<Head> theirs = heads.getOrDefault(other, List.of());
            int before = seen.getOrDefault(side, 0);
            int now = before + random.nextInt(theirs.size() - before + 1);
            seen.put(side, now);
            return now == 0 ? Map.of() : Map.of(other, theirs.get(now - 1));
        }

        private CaseEvent.ClosureSigned signed() {
            return new CaseEvent.ClosureSigned("d", "rectified", epoch);
        }

        private CaseEvent.CaseClosed closed() {
            return new CaseEvent.CaseClosed("d", "rectified", epoch);
        }

        private static CaseEvent.CaseOpened opened(String side) {
            Place outlet = new Place("431129", "storm drain outlet", 24.9, 111.5);
            ReleasedSummary summary = new ReleasedSummary(
                    side.equals("hn") ? "livestock-wastewater" : "industrial-wastewater",
                    "waste water",
                    "discharge",
                    outlet,
                    null,
                    null,
                    START,
                    "rain",
                    null,
                    List.of(),
                    true);
            return new CaseEvent.CaseOpened(
                    "hunan-guangxi",
                    1,
                    new Side("hn"),
                    "431129-branch",
                    new Side("gx"),
                    "451123-branch",
                    Ground.OUTLET,
                    summary,
                    DUE,
                    "rule",
                    1);
        }
    }

    /** Started once for all tries. */
    private enum Two {
        INSTANCE;

        final Service asWritten = Service.start();
        final Service anyhow = Service.start();
    }

    private record Service(ConfigurableApplicationContext context) {

        static Service start() {
            return new Service(new SpringApplicationBuilder(SupervisorTimeline.class)
                    .initializers(new OnBackends.Connection())
                    .properties("spring.config.name=supervisor-timeline", "logging.level.root=error")
                    // What comes in is the test's; and a listening group would take from those of other tests.
                    .run(
                            "--server.port=0",
                            // Two tries may come within a second, and an answer of before is not what is compared.
                            "--lianzhi.timeline.figures-fresh=0s",
                            "--spring.cloud.stream.bindings.timeline-in-0.group=any-delivery",
                            "--spring.cloud.stream.bindings.timeline-in-0.consumer.auto-startup=false"));
        }

        Api supervisor() {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            return Api.anybody(port).as("hn", "430000-department", "supervisor");
        }

        /** One of its owner's. */
        private static String topic(Map<String, Object> record) {
            String stream = String.valueOf(record.get("ce_streamid"));
            return stream.substring(stream.indexOf('@') + 1) + ".shared.cases";
        }

        /** As the binding does, in batches of some size. */
        @SuppressWarnings("unchecked")
        void deliver(List<Map<String, Object>> records, Random random) {
            Consumer<Message<List<byte[]>>> timeline =
                    (Consumer<Message<List<byte[]>>>) context.getBean("timeline", Consumer.class);
            for (int at = 0; at < records.size(); ) {
                int end = Math.min(records.size(), at + 1 + random.nextInt(6));
                List<Map<String, Object>> batch = records.subList(at, end);
                timeline.accept(MessageBuilder.withPayload(batch.stream()
                                .map(record ->
                                        String.valueOf(record.get("data")).getBytes(StandardCharsets.UTF_8))
                                .toList())
                        .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.copyOf(batch))
                        .setHeader(
                                KafkaHeaders.RECEIVED_TOPIC,
                                batch.stream().map(Service::topic).toList())
                        .build());
                at = end;
            }
        }
    }
}
