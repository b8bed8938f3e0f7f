package org.lianzhi.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An event of a commit as a record of the broker: CloudEvents 1.0, binary mode. The extensions carry every input of the
 * commit's hash, so that a receiver can recompute it.
 */
final class CloudEventHeaders {

    static final String TYPE = "ce_type";
    static final String ID = "ce_id";
    static final String SOURCE = "ce_source";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String SPEC_VERSION = "ce_specversion";
    static final String CONTENT_TYPE = "content-type";
    static final String STREAM = "ce_streamid";
    static final String STREAM_VERSION = "ce_streamversion";
    static final String COMMIT_ID = "ce_commitid";
    static final String COMMIT_INDEX = "ce_commitindex";
    static final String COMMIT_SIZE = "ce_commitsize";
    static final String CAUSATION = "ce_causationid";
    static final String ACTOR = "ce_actor";
    static final String SEEN = "ce_seen";
    static final String PREVIOUS_HASH = "ce_previoushash";
    static final String HASH = "ce_commithash";

    /** With commits of several events: so each of them can be checked alone, whenever the others come. */
    static final String DIGESTS = "ce_eventdigests";

    /** A list that is longer is left out: a record has to stay small. */
    private static final int MOST_DIGESTS = 64;

    private CloudEventHeaders() {}

    /**
     * One record.
     *
     * @param source URI reference of the journal that the event comes from
     */
    static ProducerRecord<String, byte[]> record(String topic, String source, Commit commit, int index) {
        EventData event = commit.events().get(index);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, commit.stream().id(), event.json().getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new TreeMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, commit.eventId(index));
        headers.put(TYPE, event.type());
        headers.put(SOURCE, source);
        headers.put(SUBJECT, commit.stream().id());
        headers.put(TIME, commit.appendedAt().toString());
        headers.put(CONTENT_TYPE, "application/json");
        headers.put(STREAM, commit.stream().toString());
        headers.put(STREAM_VERSION, Long.toString(commit.version()));
        headers.put(COMMIT_ID, commit.commitId());
        headers.put(COMMIT_INDEX, Integer.toString(index));
        headers.put(COMMIT_SIZE, Integer.toString(commit.events().size()));
        headers.put(CAUSATION, commit.causationId());
        headers.put(ACTOR, commit.actor());
        headers.put(PREVIOUS_HASH, commit.previousHash());
        headers.put(HASH, commit.hash());
        if (!commit.seen().isEmpty()) {
            headers.put(SEEN, written(commit.seen()));
        }
        if (commit.events().size() > 1 && commit.events().size() <= MOST_DIGESTS) {
            headers.put(
                    DIGESTS,
                    commit.events().stream()
                            .map(each -> CommitHash.digest(each.type(), each.json()))
                            .collect(Collectors.joining(",")));
        }
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /** {@code side:version:hash}, several separated by commas, in the order of the sides. */
    static String written(Map<String, Head> seen) {
        StringJoiner text = new StringJoiner(",");
        new TreeMap<>(seen).forEach((side, head) -> text.add(side + ":" + head.version() + ":" + head.hash()));
        return text.toString();
    }

    static Map<String, Head> seen(String written) {
        Map<String, Head> seen = new TreeMap<>();
        for (String entry : written.isEmpty() ? new String[0] : written.split(",")) {
            String[] parts = entry.split(":");
            seen.put(parts[0], new Head(Long.parseLong(parts[1]), parts[2]));
        }
        return seen;
    }

    /** Digests of all events of the event's commit; empty where they are not known. */
    static Optional<List<String>> digests(Map<String, ?> headers, IncomingEvent event) {
        if (event.size() == 1) {
            return Optional.of(List.of(event.digest()));
        }
        return IncomingEvent.optional(headers, DIGESTS).map(written -> List.of(written.split(",")));
    }
}
