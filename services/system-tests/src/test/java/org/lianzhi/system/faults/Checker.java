package org.lianzhi.system.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.SortableIds;
import org.lianzhi.system.faults.History.Attempt;
import org.lianzhi.system.faults.History.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what the clients were told with the journals, the topics and what every service made of them. It looks into the
 * store and at the topics itself and asks no service.
 */
final class Checker implements AutoCloseable {

    /** The words for damage by which a saboteur is known. */
    static final String LOST = "accepted and not in the journal: ";

    static final String MARKED_AND_NOT_SENT = ": marked as sent and not on its topic: ";
    static final String IN_PARTITIONS = ": in the partitions ";
    static final String REPEATED = " stands with repetitions in the timeline";
    static final String SHORTENED = " in the timeline, which ends at ";
    static final String NOT_SENT = ": not on its topic: ";
    static final String FILED_AGAIN = "filed, and no client was told of it: ";
    static final String IN_NO_INBOX = " stands in no inbox";

    private static final Map<String, String> OWNERS =
            Map.of("report", "report-intake", "case", "joint-investigation", "notice", "notification");
    private static final List<String> TOPICS = Stream.of("hn", "gx")
            .flatMap(side -> Stream.of(".internal.reports", ".shared.cases", ".internal.notices")
                    .map(side::concat))
            .toList();

    /** Read models: service, collection, and the kinds of streams of which each must know everything. */
    private static final List<List<String>> MODELS = List.of(
            List.of("report-intake", "reports", "report"),
            List.of("report-intake", "case_progress", "case"),
            List.of("joint-investigation", "case_lines", "case"),
            List.of("notification", "inboxes", "notice"),
            List.of("notification", "matters", "report,case"),
            List.of("supervisor-timeline", "record_pages", "report,case"),
            List.of("supervisor-timeline", "case_summaries", "case"),
            List.of("supervisor-timeline", "case_courses", "case"),
            List.of("supervisor-timeline", "told_notices", "notice"));

    private final MongoClient store;
    private final Map<String, Object> kafka;
    private final boolean topicsInOrder;
    private final Map<String, List<ConsumerRecord<String, byte[]>>> sent = new HashMap<>();
    private final @Nullable Mailboxes mails;
    private final Set<String> before;
    private @Nullable KafkaConsumer<String, byte[]> topics;

    /**
     * @param topicsInOrder false where the fault itself disorders what is sent; what consumers made of it must be right all the same
     * @param mails of those who filed; null where no mails leave
     * @param before reports that earlier rounds had left behind when this one began
     */
    Checker(Ground ground, boolean topicsInOrder, @Nullable Mailboxes mails, Set<String> before) {
        this.mails = mails;
        this.before = before;
        this.store = MongoClients.create(ground.store());
        this.kafka = Map.of(
                "bootstrap.servers",
                ground.brokers(),
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        this.topicsInOrder = topicsInOrder;
    }

    /** Looks once, at what the commands of this history led to: what other rounds left behind was judged by them. */
    Found look(History history) {
        Findings findings = new Findings();
        Map<String, TreeMap<Long, Document>> journals = journals();
        filedOnce(history, journals, findings);
        keepOnlyThoseOf(history, journals);
        noHoles(journals, findings);
        read();
        topics(journals, sent, findings);
        MODELS.forEach(model -> gates(model, journals, findings));
        pages(journals, findings);
        notices(journals, findings);
        if (mails != null) {
            mails.look(history, findings.missing, findings.duplicated);
        }
        Map<String, List<String>> causes = causes(journals);
        int accepted = 0;
        int delivered = 0;
        for (Attempt attempt : history.with(Outcome.OK)) {
            accepted++;
            String report = attempt.isFiling() ? attempt.number() : attempt.report();
            int before = findings.missing.size();
            effects(attempt, report + "@hn", journals, causes, findings);
            boolean whole = findings.missing.size() == before
                    && findings.behind.stream().noneMatch(stream -> stream.contains(report));
            delivered += whole ? 1 : 0;
        }
        return new Found(
                accepted,
                delivered,
                findings.sentAgain,
                findings.missing,
                findings.duplicated,
                findings.disorder,
                history.complaints());
    }

    /** Ids of all reports that there are. */
    static Set<String> reports(Ground ground) {
        try (MongoClient client = MongoClients.create(ground.store())) {
            return client
                    .getDatabase("report-intake")
                    .getCollection("journal")
                    .distinct("streamId", String.class)
                    .into(new ArrayList<>())
                    .stream()
                    .filter(stream -> kind(stream).equals("report"))
                    .map(Checker::id)
                    .collect(Collectors.toSet());
        }
    }

    /** A report that came of a repeated command beside the one that its client was told of would be nobody's. */
    private void filedOnce(History history, Map<String, TreeMap<Long, Document>> journals, Findings findings) {
        Set<String> nobodys = nobodys(history, journals);
        long unknown =
                history.with(Outcome.UNKNOWN).stream().filter(Attempt::isFiling).count();
        if (nobodys.size() > unknown) {
            findings.duplicated.add(FILED_AGAIN + nobodys);
        }
    }

    private Set<String> nobodys(History history, Map<String, TreeMap<Long, Document>> journals) {
        Set<String> nobodys = journals.keySet().stream()
                .filter(stream -> kind(stream).equals("report"))
                .map(Checker::id)
                .collect(Collectors.toCollection(TreeSet::new));
        nobodys.removeAll(before);
        nobodys.removeAll(reports(history));
        return nobodys;
    }

    private static final class Findings {
        private final Set<String> missing = new TreeSet<>();
        private final Set<String> behind = new HashSet<>();
        private final Set<String> duplicated = new TreeSet<>();
        private final Set<String> disorder = new TreeSet<>();
        private int sentAgain;
    }

    private Map<String, TreeMap<Long, Document>> journals() {
        Map<String, TreeMap<Long, Document>> journals = new LinkedHashMap<>();
        OWNERS.values()
                .forEach(service -> store.getDatabase(service)
                        .getCollection("journal")
                        .find()
                        .forEach(
                                commit -> journals.computeIfAbsent(commit.getString("streamId"), any -> new TreeMap<>())
                                        .put(commit.getLong("version"), commit)));
        return journals;
    }

    /** A report or case, and the cases that it led to. */
    Set<String> ledTo(String subject) {
        Set<String> all = new TreeSet<>(Set.of(subject));
        all.addAll(casesOf(journals().getOrDefault("report-" + subject + "@hn", new TreeMap<>())));
        return all;
    }

    /** Reports of which something is stored that no client was told of. */
    Set<String> unanswered(History history) {
        Map<String, TreeMap<Long, Document>> journals = journals();
        Set<String> unanswered = nobodys(history, journals);
        reports(history).stream()
                .filter(report -> history.with(Outcome.OK).stream()
                        .noneMatch(attempt -> attempt.report().equals(report)))
                .filter(report -> !casesOf(journals.getOrDefault("report-" + report + "@hn", new TreeMap<>()))
                        .isEmpty())
                .forEach(unanswered::add);
        return unanswered;
    }

    /** Commits of a service that stand in its journal and are not marked as sent. */
    static Set<String> unsent(Ground ground, String service) {
        try (MongoClient client = MongoClients.create(ground.store())) {
            return client.getDatabase(service)
                    .getCollection("journal")
                    .find(new Document("relayedAt", null))
                    .map(commit -> String.valueOf(commit.get("_id")))
                    .into(new HashSet<>());
        }
    }

    /** Cases that reports of this history led to. */
    List<String> cases(History history) {
        Set<String> reports = reports(history);
        Map<String, TreeMap<Long, Document>> journals = journals();
        return reports.stream()
                .flatMap(report -> casesOf(journals.getOrDefault("report-" + report + "@hn", new TreeMap<>())).stream())
                .toList();
    }

    private static Set<String> reports(History history) {
        Set<String> reports = new HashSet<>();
        history.with(Outcome.OK)
                .forEach(attempt -> reports.add(attempt.isFiling() ? attempt.number() : attempt.report()));
        return reports;
    }

    private static void keepOnlyThoseOf(History history, Map<String, TreeMap<Long, Document>> journals) {
        Set<String> matters = reports(history);
        for (String report : List.copyOf(matters)) {
            matters.addAll(casesOf(journals.getOrDefault("report-" + report + "@hn", new TreeMap<>())));
        }
        journals.entrySet().removeIf(entry -> switch (kind(entry.getKey())) {
            case "report", "case" -> !matters.contains(id(entry.getKey()));
            case "notice" -> !matters.contains(subject(entry.getValue()));
            default -> true;
        });
    }

    static String id(String stream) {
        return stream.substring(stream.indexOf('-') + 1, stream.indexOf('@'));
    }

    private static String subject(TreeMap<Long, Document> notice) {
        return json(events(notice.firstEntry().getValue()).getFirst())
                .path("subject")
                .asString("");
    }

    private static void noHoles(Map<String, TreeMap<Long, Document>> journals, Findings findings) {
        journals.forEach((stream, commits) -> {
            if (commits.lastKey() != commits.size()) {
                findings.disorder.add(stream + " has holes in its journal: " + commits.keySet());
            }
        });
    }

    private static String kind(String stream) {
        return stream.substring(0, stream.indexOf('-'));
    }

    /** What came since the last look; by stream, in the order of each partition. */
    private void read() {
        KafkaConsumer<String, byte[]> consumer = topics == null ? atTheBeginning() : topics;
        topics = consumer;
        Set<TopicPartition> partitions = consumer.assignment();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(Duration.ofMillis(200))
                    .forEach(event -> sent.computeIfAbsent(header(event, "ce_streamid"), any -> new ArrayList<>())
                            .add(event));
        }
    }

    private KafkaConsumer<String, byte[]> atTheBeginning() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka);
        Set<String> there = consumer.listTopics().keySet();
        List<TopicPartition> partitions = TOPICS.stream()
                .filter(there::contains)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void topics(
            Map<String, TreeMap<Long, Document>> journals,
            Map<String, List<ConsumerRecord<String, byte[]>>> sent,
            Findings findings) {
        journals.forEach((stream, commits) -> {
            List<String> wanted = new ArrayList<>();
            Set<String> marked = new TreeSet<>();
            commits.forEach((version, commit) -> {
                for (int index = 0; index < events(commit).size(); index++) {
                    wanted.add(version + "#" + index);
                    if (commit.get("relayedAt") != null) {
                        marked.add(version + "#" + index);
                    }
                }
            });
            Set<String> first = new LinkedHashSet<>();
            Set<Integer> partitions = new HashSet<>();
            for (ConsumerRecord<String, byte[]> event : sent.getOrDefault(stream, List.of())) {
                boolean isNew = first.add(header(event, "ce_streamversion") + "#" + header(event, "ce_commitindex"));
                findings.sentAgain += isNew ? 0 : 1;
                partitions.add(event.partition());
            }
            if (!wanted.containsAll(first)) {
                // Appended since the journals were read, or never: another look will tell.
                Set<String> unknown = new TreeSet<>(first);
                wanted.forEach(unknown::remove);
                findings.missing.add(stream + ": on its topic and not in its journal: " + unknown);
                first.removeAll(unknown);
            }
            marked.removeAll(first);
            if (!first.containsAll(wanted)) {
                Set<String> lacking = new TreeSet<>(wanted);
                lacking.removeAll(first);
                lacking.removeAll(marked);
                findings.missing.add(stream + (marked.isEmpty() ? NOT_SENT + lacking : MARKED_AND_NOT_SENT + marked));
                findings.behind.add(stream);
            } else if (topicsInOrder && !List.copyOf(first).equals(wanted)) {
                findings.disorder.add(stream + ": on its topic as " + first);
            }
            if (partitions.size() > 1) {
                findings.disorder.add(stream + IN_PARTITIONS + partitions);
            }
        });
    }

    private static List<Document> events(Document commit) {
        return commit.getList("events", Document.class);
    }

    /** Name of a read model's current collection. */
    static String current(MongoDatabase database, String collection) {
        Document generation = database.getCollection("generations")
                .find(new Document("_id", collection))
                .first();
        return generation == null ? collection : collection + "." + generation.getString("current");
    }

    /** How far every document says that it has got. */
    private void gates(List<String> model, Map<String, TreeMap<Long, Document>> journals, Findings findings) {
        MongoDatabase database = store.getDatabase(model.getFirst());
        Map<String, List<Long>> reached = new HashMap<>();
        for (Document document :
                database.getCollection(current(database, model.get(1))).find()) {
            document.get("gate", new Document())
                    .forEach((stream, position) -> reached.merge(stream, place(position), Checker::later));
        }
        List<String> kinds = List.of(model.get(2).split(","));
        journals.forEach((stream, commits) -> {
            List<Long> there = reached.getOrDefault(stream, List.of(0L, 0L));
            List<Long> last = List.of(
                    commits.lastKey(), events(commits.lastEntry().getValue()).size() - 1L);
            if (kinds.contains(kind(stream)) && !later(there, last).equals(there)) {
                findings.missing.add(
                        model.getFirst() + "/" + model.get(1) + " knows " + stream + " up to " + there + " of " + last);
                findings.behind.add(stream);
            }
        });
    }

    /** Version, and index within the commit, as a gate has it. */
    private static List<Long> place(Object position) {
        return Stream.of(String.valueOf(position).split(":"))
                .limit(2)
                .map(Long::valueOf)
                .toList();
    }

    private static List<Long> later(List<Long> one, List<Long> other) {
        return Arrays.compare(one.toArray(Long[]::new), other.toArray(Long[]::new)) >= 0 ? one : other;
    }

    /** The timeline keeps every event itself: each must be there once, in order, byte for byte. */
    private void pages(Map<String, TreeMap<Long, Document>> journals, Findings findings) {
        MongoDatabase database = store.getDatabase("supervisor-timeline");
        Map<String, TreeMap<Long, List<Document>>> pages = new HashMap<>();
        for (Document page :
                database.getCollection(current(database, "record_pages")).find()) {
            String id = page.getString("_id");
            List<Document> entries =
                    Objects.requireNonNull(page.get("state", Document.class)).getList("entries", Document.class);
            pages.computeIfAbsent(id.substring(0, id.lastIndexOf('/')), any -> new TreeMap<>())
                    .put(Long.parseLong(id.substring(id.lastIndexOf('/') + 2)), entries);
        }
        pages.forEach((stream, byNumber) -> {
            if (!journals.containsKey(stream)) {
                return;
            }
            List<String> shown = new ArrayList<>();
            byNumber.values()
                    .forEach(entries -> entries.forEach(entry -> shown.add(
                            entry.getLong("version") + "#" + entry.getInteger("index") + entry.getString("json"))));
            List<String> written = new ArrayList<>();
            Objects.requireNonNull(journals.get(stream)).forEach((version, commit) -> {
                List<Document> events = events(commit);
                for (int index = 0; index < events.size(); index++) {
                    written.add(version + "#" + index + events.get(index).getString("json"));
                }
            });
            if (shown.size() < written.size()) {
                findings.missing.add(stream + SHORTENED + shown.size() + " of " + written.size());
                findings.behind.add(stream);
            }
            if (new HashSet<>(shown).size() < shown.size()) {
                findings.duplicated.add(stream + REPEATED);
            } else if (shown.size() <= written.size()
                    && !written.subList(0, shown.size()).equals(shown)) {
                findings.disorder.add(stream + " stands otherwise in the timeline");
            }
        });
    }

    /** Each reason to tell somebody leads to one notice, and each notice stands once in an inbox. */
    private void notices(Map<String, TreeMap<Long, Document>> journals, Findings findings) {
        Map<String, Integer> told = new HashMap<>();
        journals.forEach((stream, commits) -> {
            if (kind(stream).equals("notice")) {
                JsonNode issued =
                        json(events(Objects.requireNonNull(commits.get(1L))).getFirst());
                String key = issued.path("bureau").asString() + " "
                        + issued.path("kind").asString() + " "
                        + issued.path("subject").asString() + " "
                        + issued.path("causedBy").asString();
                if (told.merge(key, 1, Integer::sum) > 1) {
                    findings.duplicated.add("told twice: " + key);
                }
            }
        });
        MongoDatabase database = store.getDatabase("notification");
        Set<String> shown = new HashSet<>();
        for (Document page :
                database.getCollection(current(database, "inboxes")).find()) {
            Objects.requireNonNull(page.get("state", Document.class))
                    .getList("notices", Document.class)
                    .forEach(notice -> {
                        if (!shown.add(noticeOf(notice))) {
                            findings.duplicated.add("twice in an inbox: " + notice);
                        }
                    });
        }
        journals.keySet().stream()
                .filter(stream -> kind(stream).equals("notice") && !shown.contains(id(stream)))
                .forEach(stream -> findings.missing.add(stream + IN_NO_INBOX));
    }

    /** Spring Data writes a component named id as _id. */
    private static String noticeOf(Document shown) {
        return shown.getString(shown.containsKey("_id") ? "_id" : "id");
    }

    private static JsonNode json(Document event) {
        return JsonMapper.shared().readTree(event.getString("json"));
    }

    /** Notices and openings by the subject that they are about. */
    private static Map<String, List<String>> causes(Map<String, TreeMap<Long, Document>> journals) {
        Map<String, List<String>> found = new HashMap<>();
        journals.forEach((stream, commits) -> commits.values()
                .forEach(commit -> events(commit).forEach(event -> {
                    if (kind(stream).equals("notice") && event.getString("type").startsWith("notice.issued")) {
                        JsonNode issued = json(event);
                        found.computeIfAbsent(
                                        issued.path("kind").asString() + " "
                                                + issued.path("subject").asString(),
                                        any -> new ArrayList<>())
                                .add(issued.path("bureau").asString());
                    }
                })));
        return found;
    }

    private static void effects(
            Attempt attempt,
            String report,
            Map<String, TreeMap<Long, Document>> journals,
            Map<String, List<String>> told,
            Findings findings) {
        String id = report.substring(0, report.indexOf('@'));
        TreeMap<Long, Document> commits = journals.get("report-" + report);
        if (commits == null) {
            findings.missing.add(LOST + report);
            return;
        }
        if (attempt.isFiling()) {
            once(told.getOrDefault("report-filed " + id, List.of()), "report-filed " + id, 1, findings);
            return;
        }
        List<String> cases = casesOf(commits);
        if (cases.size() != 1) {
            (cases.isEmpty() ? findings.missing : findings.duplicated)
                    .add("released " + cases.size() + " times: " + id);
            return;
        }
        String joint = cases.getFirst();
        opened("case-" + joint + "@hn", "case.opened", journals, findings);
        opened("case-" + joint + "@gx", "case.joined", journals, findings);
        once(told.getOrDefault("case-opened " + joint, List.of()), "case-opened " + joint, 2, findings);
    }

    /** The id of a case derives from the event that asked for it. */
    private static List<String> casesOf(TreeMap<Long, Document> report) {
        List<String> cases = new ArrayList<>();
        report.values().forEach(commit -> {
            for (int index = 0; index < events(commit).size(); index++) {
                if (events(commit).get(index).getString("type").startsWith("report.accepted-as-cross-border")) {
                    Instant at = commit.getDate("appendedAt").toInstant();
                    cases.add(SortableIds.derive(at, commit.getString("commitId") + "#" + index));
                }
            }
        });
        return cases;
    }

    private static void once(List<String> bureaus, String what, int least, Findings findings) {
        if (bureaus.size() < least) {
            findings.missing.add("told to " + bureaus + " of " + least + ": " + what);
        }
        if (new HashSet<>(bureaus).size() < bureaus.size()) {
            findings.duplicated.add("told twice: " + what + " " + bureaus);
        }
    }

    private static void opened(
            String stream, String type, Map<String, TreeMap<Long, Document>> journals, Findings findings) {
        long times = journals.getOrDefault(stream, new TreeMap<>()).values().stream()
                .flatMap(commit -> events(commit).stream())
                .filter(event -> event.getString("type").startsWith(type))
                .count();
        if (times == 0) {
            findings.missing.add(stream + " has no " + type);
        } else if (times > 1) {
            findings.duplicated.add(stream + " has " + times + " " + type);
        }
    }

    @Override
    public void close() {
        if (topics != null) {
            topics.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
        store.close();
    }
}
