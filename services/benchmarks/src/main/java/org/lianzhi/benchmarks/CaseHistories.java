package org.lianzhi.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.SortableIds;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Joint cases of two sides as their records would come from the topics, with hashes that hold: opened or joined, acknowledged,
 * visits proposed, closed. Each is opened a while after the one before.
 */
final class CaseHistories {

    /** Events of both records of a case. */
    static final int EVENTS = 40;

    private static final int OF_A_SIDE = EVENTS / 2;
    private static final Instant FIRST = Instant.parse("2024-08-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final List<String> SIDES = List.of("hn", "gx");
    private static final String OPENED = """
        {"acknowledgeBy":"%s","acknowledgeRule":"acknowledge","agreement":"hunan-guangxi","agreementVersion":1,\
        "counterpart":"gx","counterpartBureau":"451123-branch","epoch":1,"ground":"affected-water","lead":"hn",\
        "leadBureau":"431129-branch","summary":{"affectedWater":{"county":"431129","name":"a reservoir"},\
        "allegedCause":"discharge by a farm","category":"livestock-wastewater","observedAt":"2024-07-08T01:00:00Z",\
        "photos":[],"stillGoingOn":true,"suspectedFacility":{"county":"451123","name":"a farm"},"synthetic":true,\
        "text":"Waste water ran into the reservoir.","weather":"rain"}}\
        """;
    private static final String JOINED = """
        {"acknowledgeBy":"%s","acknowledgeRule":"acknowledge","bureau":"451123-branch","epoch":1}\
        """;
    private static final String ACKNOWLEDGED = """
        {"bureau":"%s-branch"}\
        """;
    private static final String PROPOSED = """
        {"digest":"%s","epoch":1,"inspection":"%s","meetingPoint":{"county":"431129","name":"the dam"},\
        "purpose":"to look at the outlet together","startsAt":"%s"}\
        """;
    private static final String CLOSED = """
        {"digest":"%s","epoch":1,"outcome":"rectified-and-verified"}\
        """;

    private final List<String> ids = new ArrayList<>();
    private Instant now = FIRST;

    /** Ids of the cases made so far. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    /** A batch as a binding would hand it over. */
    Message<List<byte[]>> batch(int cases) {
        List<byte[]> data = new ArrayList<>();
        List<Map<String, Object>> headers = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            now = now.plus(STEP);
            String id = SortableIds.derive(now, "case " + ids.size());
            ids.add(id);
            for (String side : SIDES) {
                record(new StreamId("case", id, side), data, headers);
                topics.addAll(Collections.nCopies(headers.size() - topics.size(), side + ".shared.cases"));
            }
        }
        return MessageBuilder.<List<byte[]>>withPayload(data)
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, topics)
                .build();
    }

    private void record(StreamId stream, List<byte[]> data, List<Map<String, Object>> headers) {
        Head head = new Head(0, CommitHash.GENESIS);
        for (int version = 1; version <= OF_A_SIDE; version++) {
            EventData event = event(stream, version);
            Instant at = now.plus(STEP.multipliedBy(version));
            String commitId = CommitHash.of(stream.toString(), Integer.toString(version));
            String actor = actor(stream);
            String hash = CommitHash.of(
                    head.hash(),
                    stream.toString(),
                    version,
                    commitId,
                    "request:benchmark",
                    actor,
                    at,
                    Map.of(),
                    List.of(CommitHash.digest(event.type(), event.json())));
            Map<String, Object> header = new HashMap<>();
            header.put("ce_id", commitId + "#0");
            header.put("ce_type", event.type());
            header.put("ce_time", at.toString());
            header.put("ce_streamid", stream.toString());
            header.put("ce_streamversion", Integer.toString(version));
            header.put("ce_commitid", commitId);
            header.put("ce_commitindex", "0");
            header.put("ce_commitsize", "1");
            header.put("ce_causationid", "request:benchmark");
            header.put("ce_actor", actor);
            header.put("ce_previoushash", head.hash());
            header.put("ce_commithash", hash);
            data.add(event.json().getBytes(StandardCharsets.UTF_8));
            headers.add(header);
            head = new Head(version, hash);
        }
    }

    private EventData event(StreamId stream, int version) {
        List<EventData> begun = begun(stream.side(), now);
        if (version <= begun.size()) {
            return begun.get(version - 1);
        }
        return version == OF_A_SIDE
                ? new EventData("case.closed.v1", CLOSED.formatted(CommitHash.of(stream.id())))
                : proposed(SortableIds.derive(now, stream + " " + version), now);
    }

    /** How a side's record begins: opened or joined, and acknowledged. */
    static List<EventData> begun(String side, Instant now) {
        boolean lead = side.equals("hn");
        String acknowledgeBy = now.plus(Duration.ofDays(2)).toString();
        return List.of(
                lead
                        ? new EventData("case.opened.v1", OPENED.formatted(acknowledgeBy))
                        : new EventData("case.joined.v1", JOINED.formatted(acknowledgeBy)),
                new EventData("case.acknowledged.v1", ACKNOWLEDGED.formatted(county(side))));
    }

    static EventData proposed(String inspection, Instant now) {
        return new EventData(
                "case.inspection-proposed.v1",
                PROPOSED.formatted(CommitHash.of(inspection), inspection, now.plus(Duration.ofDays(3))));
    }

    static String actor(StreamId stream) {
        return "%s/%s-branch/officer/p-benchmark".formatted(stream.side(), county(stream.side()));
    }

    static String county(String side) {
        return side.equals("hn") ? "431129" : "451123";
    }
}
