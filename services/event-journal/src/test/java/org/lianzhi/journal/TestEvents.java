package org.lianzhi.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events of a record as consumers meet them. */
final class TestEvents {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");

    private TestEvents() {}

    /** A whole record, one event in each commit. */
    static List<IncomingEvent> of(StreamId stream, String... types) {
        List<List<String>> commits = new ArrayList<>();
        for (String type : types) {
            commits.add(List.of(type));
        }
        return of(stream, commits);
    }

    /** @param commits types of the events of each */
    static List<IncomingEvent> of(StreamId stream, List<List<String>> commits) {
        List<IncomingEvent> events = new ArrayList<>();
        Head head = Head.NONE;
        for (List<String> types : commits) {
            List<EventData> data =
                    types.stream().map(type -> new EventData(type, "{}")).toList();
            Commit commit = new Draft("c" + head.version(), "cause", "hn/-/policy/test", AT, Map.of(), data)
                    .after(stream, head);
            head = commit.head();
            for (int index = 0; index < data.size(); index++) {
                events.add(met(commit, index));
            }
        }
        return Collections.unmodifiableList(events);
    }

    /** One event of a commit. */
    static IncomingEvent met(Commit commit, int index) {
        ProducerRecord<String, byte[]> sent = CloudEventHeaders.record("t", "/test", commit, index);
        Map<String, byte[]> headers = new HashMap<>();
        sent.headers().forEach(header -> headers.put(header.key(), header.value()));
        return IncomingEvent.of(headers, sent.value());
    }

    /** As a log would name it. */
    static String place(IncomingEvent event) {
        return event.stream() + "/" + event.version() + "#" + event.index();
    }
}
