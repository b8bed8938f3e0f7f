package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a message says of itself is checked before anybody believes it. */
class ArrivedTest {

    private static final StreamId STREAM = new StreamId("case", "01j2a00000000000000000case", "hn");
    private static final String NOTED = "{\"text\":\"河水\",\"times\":[1,{\"a\":null}]}";

    @Property
    void an_event_as_it_was_written_is_whole_wherever_it_stands_in_its_commit(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int at) {
        Commit commit = commit(size);
        assertThat(arrived(commit, at % size, data(commit, at % size)).damage()).isNull();
    }

    @Property
    void one_byte_that_is_another_one_is_damage(
            @ForAll @IntRange(min = 1, max = 3) int size,
            @ForAll @IntRange(max = 2) int at,
            @ForAll @IntRange(max = 30) int place,
            @ForAll @IntRange(min = 1, max = 255) int flipped) {
        Commit commit = commit(size);
        byte[] data = data(commit, at % size);
        data[place % data.length] ^= (byte) flipped;
        assertThat(arrived(commit, at % size, data).damage()).isNotNull();
    }

    @Property
    void half_a_message_is_damage(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 30) int length) {
        Commit commit = commit(size);
        byte[] data = data(commit, 0);
        assertThat(arrived(commit, 0, Arrays.copyOf(data, length % data.length)).damage())
                .isNotNull();
    }

    @Example
    void a_header_that_is_another_one_is_damage() {
        Commit commit = commit(2);
        Map<String, String> other = Map.of(
                CloudEventHeaders.ID, commit.commitId() + "#1",
                CloudEventHeaders.TYPE, "case.agreed.v1",
                CloudEventHeaders.STREAM, "case-another@hn",
                CloudEventHeaders.STREAM_VERSION, "8",
                CloudEventHeaders.COMMIT_INDEX, "1",
                CloudEventHeaders.ACTOR, "gx/-/policy/test",
                CloudEventHeaders.TIME, "2024-07-08T01:02:03.005Z");
        other.forEach((name, value) -> {
            Map<String, Object> headers = headers(commit, 0);
            headers.put(name, value);
            assertThat(Arrived.of(headers, data(commit, 0)).damage()).as(name).isNotNull();
        });
    }

    /** As from an owner of an earlier version: what can be seen without the others is seen. */
    @Example
    void without_the_digests_of_the_others_an_event_must_at_least_be_json() {
        Commit commit = commit(2);
        Map<String, Object> headers = headers(commit, 0);
        headers.remove(CloudEventHeaders.DIGESTS);
        assertThat(Arrived.of(headers, data(commit, 0)).damage()).isNull();
        assertThat(Arrived.of(headers, "{\"half".getBytes(StandardCharsets.UTF_8))
                        .damage())
                .isNotNull();
    }

    @Example
    void what_an_owner_hashed_and_is_not_an_object_of_json_is_damage() {
        for (String wrong : List.of("", "7", "[]", "{} {}", "{]")) {
            Commit commit = commit(new EventData("case.noted.v1", wrong));
            assertThat(arrived(commit, 0, data(commit, 0)).damage()).as(wrong).isNotNull();
        }
    }

    private static Arrived arrived(Commit commit, int index, byte[] data) {
        return Arrived.of(headers(commit, index), data);
    }

    private static byte[] data(Commit commit, int index) {
        return commit.events().get(index).json().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> headers(Commit commit, int index) {
        Map<String, Object> headers = new HashMap<>();
        CloudEventHeaders.record("topic", "/test", commit, index)
                .headers()
                .forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }

    private static Commit commit(int size) {
        return commit(IntStream.range(0, size)
                .mapToObj(i -> new EventData("case.noted.v1", NOTED))
                .toArray(EventData[]::new));
    }

    private static Commit commit(EventData... events) {
        return new Draft(
                        "c-7",
                        "cause",
                        "hn/-/policy/test",
                        Instant.parse("2024-07-08T01:02:03.004Z"),
                        Map.of("gx", new Head(3, "b".repeat(64))),
                        List.of(events))
                .after(STREAM, new Head(6, "a".repeat(64)));
    }
}
