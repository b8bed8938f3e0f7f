package org.lianzhi.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.base64url.Base64Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;
import org.lianzhi.model.wire.EventJson;

class SealTest {

    private static final SignedHead HEAD = new SignedHead("case-a@hn", 2, "a".repeat(64));
    private static final SignedHead OTHER = new SignedHead("case-a@hn", 2, "b".repeat(64));

    private final Signer hunan = new Signer();
    private final List<KnownKeys.Key> known = List.of(new KnownKeys.Key(hunan.thumbprint(), 1));

    @Test
    void a_checkpoint_counts_when_its_side_is_known_to_have_that_key() {
        assertThat(Seal.of("hn", 1, hunan.sign(1, HEAD), known)).isInstanceOf(Seal.Sound.class);
        assertThat(Seal.of("gx", 1, hunan.sign(1, HEAD), known)).isEqualTo(new Seal.Refused("content"));
    }

    @Test
    void without_a_known_key_nothing_counts_whatever_the_message_brings_along() {
        assertThat(Seal.of("hn", 1, hunan.sign(1, HEAD), List.of())).isEqualTo(new Seal.Refused("key"));
    }

    @Test
    void other_heads_under_a_genuine_signature_do_not_count() {
        CheckpointSigned genuine = hunan.sign(1, HEAD);
        assertThat(Seal.of("hn", 1, with(genuine, List.of(OTHER), genuine.signature()), known))
                .isEqualTo(new Seal.Refused("content"));
    }

    @Test
    void a_false_signature_and_what_is_none_do_not_count() {
        CheckpointSigned one = hunan.sign(1, HEAD);
        String[] mine = one.signature().split("\\.");
        String[] others = hunan.sign(1, OTHER).signature().split("\\.");
        assertThat(Seal.of("hn", 1, with(one, one.changed(), mine[0] + "." + others[1] + "." + mine[2]), known))
                .isEqualTo(new Seal.Refused("signature"));
        assertThat(Seal.of("hn", 1, with(one, one.changed(), "a.b.c"), known)).isEqualTo(new Seal.Refused("signature"));
        assertThat(Seal.of("hn", 1, with(one, one.changed(), "none"), known)).isEqualTo(new Seal.Refused("signature"));
    }

    @Test
    void a_checkpoint_counts_at_its_place_only() {
        Signer next = new Signer();
        List<KnownKeys.Key> both =
                List.of(new KnownKeys.Key(hunan.thumbprint(), 1), new KnownKeys.Key(next.thumbprint(), 50));
        CheckpointSigned old = hunan.sign(40, HEAD);

        assertThat(Seal.of("hn", 40, old, both)).isInstanceOf(Seal.Sound.class);
        assertThat(Seal.of("hn", 41, old, both)).isEqualTo(new Seal.Refused("content"));
        assertThat(Seal.of("hn", 60, old, both))
                .as("by whoever has the key that was given up")
                .isEqualTo(new Seal.Refused("key"));
    }

    @Test
    void a_place_has_one_number_and_a_number_one_place() {
        assertThat(KeptCheckpoints.number("checkpoint-0@hn", 256)).isEqualTo(256);
        assertThat(KeptCheckpoints.number("checkpoint-1@hn", 1)).isEqualTo(257);
        for (String none : List.of("checkpoint-00@hn", "checkpoint-a@hn", "checkpoint--1@hn", "case-0@hn", "x")) {
            assertThat(KeptCheckpoints.number(none, 1)).as(none).isZero();
        }
        assertThat(KeptCheckpoints.number("checkpoint-0@hn", 257)).isZero();
        assertThat(Seal.of(kept("checkpoint-00@hn", 1, EventJson.write(hunan.sign(1, HEAD))), any -> known))
                .isEqualTo(new Seal.Refused("key"));
        assertThat(Seal.of("hn", 0, hunan.sign(0, HEAD), List.of(new KnownKeys.Key(hunan.thumbprint(), 0))))
                .isEqualTo(new Seal.Refused("content"));
    }

    @Test
    void a_side_speaks_for_its_own_cases_only() {
        for (SignedHead head : List.of(
                new SignedHead("case-a@gx", 2, "a".repeat(64)),
                new SignedHead("report-a@hn", 2, "a".repeat(64)),
                new SignedHead("x", 2, "a".repeat(64)),
                new SignedHead("case-a@hn", 0, "a".repeat(64)),
                new SignedHead("case-a@hn", 2, "a"))) {
            assertThat(Seal.of("hn", 1, hunan.sign(1, HEAD, head), known))
                    .as("%s", head)
                    .isEqualTo(new Seal.Refused("content"));
        }
    }

    @Test
    void only_its_own_cases_are_listed_as_what_a_checkpoint_is_about() {
        String json = EventJson.write(hunan.sign(
                1,
                HEAD,
                new SignedHead("case-a@gx", 2, "a".repeat(64)),
                new SignedHead("report-a@hn", 2, "a".repeat(64)),
                new SignedHead("x", 2, "a".repeat(64))));
        assertThat(new KeptCheckpoints(List.of("gx"), any -> {}).places("gx/checkpoint-0@hn/1", kept(json)))
                .containsOnlyKeys("gx/case-a@hn");
        assertThat(new KeptCheckpoints(List.of("gx"), any -> {})
                        .places("gx/checkpoint-0@hn/1", kept(without("stream", json))))
                .isEmpty();
    }

    @Test
    void what_was_signed_may_be_anything_and_proves_nothing_then() {
        CheckpointSigned one = hunan.sign(1, HEAD);
        for (String payload : List.of("{}", "null", "[]", "hello", "{\"side\":null,\"number\":1}")) {
            assertThat(Seal.of("hn", 1, with(one, one.changed(), hunan.jws(payload)), known))
                    .as(payload)
                    .isEqualTo(new Seal.Refused("content"));
        }
    }

    @Test
    void whatever_is_sent_instead_of_a_checkpoint_is_refused_and_not_more() {
        String json = EventJson.write(hunan.sign(1, HEAD));
        assertThat(Seal.of(kept(json), any -> known)).isInstanceOf(Seal.Sound.class);
        assertThat(Seal.of(kept(without("signature", json)), any -> known)).isEqualTo(new Seal.Refused("signature"));
        for (String missing : List.of("previousRoot", "root", "changed", "key", "stream", "hash", "version")) {
            assertThat(Seal.of(kept(without(missing, json)), any -> known))
                    .as(missing)
                    .isEqualTo(new Seal.Refused("content"));
        }
        assertThat(Seal.of(kept("null"), any -> known)).isEqualTo(new Seal.Refused("content"));

        String header = Base64Url.encodeUtf8ByteRepresentation("{\"alg\":\"EdDSA\",\"jwk\":\"x\"}");
        CheckpointSigned one = hunan.sign(1, HEAD);
        assertThat(Seal.of("hn", 1, with(one, one.changed(), header + ".e30.AA"), known))
                .isEqualTo(new Seal.Refused("signature"));
    }

    @Test
    void who_keeps_it_goes_on_whatever_it_is_and_whatever_stands_among_the_known_keys(@TempDir Path folder)
            throws IOException {
        Refusals refusals = new Refusals(new KnownKeys(folder), null);
        Files.writeString(folder.resolve("known-hn.txt"), "what is no key\n");
        String json = EventJson.write(hunan.sign(1, HEAD));
        assertThatCode(() -> refusals.accept(kept(json))).doesNotThrowAnyException();
        Files.writeString(folder.resolve("known-hn.txt"), hunan.thumbprint());
        assertThatCode(() -> refusals.accept(kept(without("signature", json)))).doesNotThrowAnyException();
    }

    @Test
    void one_that_proves_nothing_is_told_once_and_the_next_ones_go_on_adding_up() {
        CheckpointSigned first = hunan.sign(1, HEAD);
        CheckpointSigned third = hunan.sign(3, "c".repeat(64), OTHER);
        KeptCheck check = KeptCheck.of(
                "gx",
                "hn",
                List.of(
                        checked(1, EventJson.write(first)),
                        checked(2, without("previousRoot", EventJson.write(hunan.sign(2, first.root(), OTHER)))),
                        checked(3, EventJson.write(third))),
                3);
        assertThat(check.problems()).singleElement().asString().startsWith("2 proves nothing");
        assertThat(KeptCheck.of("gx", "hn", List.of(checked(1, EventJson.write(first))), 1)
                        .problems())
                .isEmpty();
    }

    private KeptReading.Checked checked(long version, String json) {
        KeptCheckpoint kept = kept("checkpoint-0@hn", version, json);
        return new KeptReading.Checked(kept, Seal.of(kept, any -> known));
    }

    private static KeptCheckpoint kept(String json) {
        return kept("checkpoint-0@hn", 1, json);
    }

    private static KeptCheckpoint kept(String stream, long version, String json) {
        return new KeptCheckpoint("gx", stream, version, "d".repeat(64), Signer.AT, "checkpoint.signed.v1", json, null);
    }

    private static String without(String field, String json) {
        String without = json.replaceFirst("\"" + field + "\":(\"[^\"]*\"|\\[[^]]*]|[0-9]+),?", "");
        assertThat(without).isNotEqualTo(json);
        return without.replace(",}", "}");
    }

    @Test
    void a_changed_key_counts_from_the_number_that_was_entered_and_the_old_one_up_to_it() {
        Signer next = new Signer();
        assertThat(Seal.of("hn", 5, next.sign(5, HEAD), known)).isEqualTo(new Seal.Refused("key"));

        List<KnownKeys.Key> both =
                List.of(new KnownKeys.Key(hunan.thumbprint(), 1), new KnownKeys.Key(next.thumbprint(), 5));
        assertThat(Seal.of("hn", 5, next.sign(5, HEAD), both)).isInstanceOf(Seal.Sound.class);
        assertThat(Seal.of("hn", 4, next.sign(4, HEAD), both)).isEqualTo(new Seal.Refused("key"));
        assertThat(Seal.of("hn", 4, hunan.sign(4, HEAD), both)).isInstanceOf(Seal.Sound.class);
        assertThat(Seal.of("hn", 5, hunan.sign(5, HEAD), both)).isEqualTo(new Seal.Refused("key"));
    }

    @Test
    void only_the_first_key_is_published_by_itself_a_later_one_is_entered_by_a_person(@TempDir Path folder)
            throws IOException {
        KnownKeys keys = new KnownKeys(folder);
        assertThat(keys.publish("hn", hunan.thumbprint(), 1)).isTrue();
        Signer next = new Signer();
        assertThat(keys.publish("hn", next.thumbprint(), 57)).isFalse();
        assertThat(keys.of("hn")).containsExactly(new KnownKeys.Key(hunan.thumbprint(), 1));

        Files.writeString(
                folder.resolve("known-hn.txt"),
                "# as handed over on paper\n" + hunan.thumbprint() + "\n" + next.thumbprint() + "  57  # 2027\n");
        assertThat(keys.publish("hn", next.thumbprint(), 57)).isTrue();
        assertThat(keys.publish("hn", next.thumbprint(), 56)).isFalse();
        assertThat(keys.publish("hn", hunan.thumbprint(), 57))
                .as("given up, and restored from a backup")
                .isFalse();
        assertThat(keys.of("hn"))
                .containsExactly(new KnownKeys.Key(hunan.thumbprint(), 1), new KnownKeys.Key(next.thumbprint(), 57));
    }

    @Test
    void an_empty_file_of_keys_is_none(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("known-hn.txt"), "");
        assertThat(new KnownKeys(folder).publish("hn", hunan.thumbprint(), 1)).isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("known-hn.txt"));
        }
        assertThat(Files.readString(folder.resolve("known-hn.txt"))).isEqualTo(hunan.thumbprint() + " 1\n");
    }

    @Test
    void a_line_that_cannot_be_read_is_no_key_and_hinders_no_other(@TempDir Path folder) throws IOException {
        String known =
                "\uFEFF" + hunan.thumbprint() + " 1\n" + new Signer().thumbprint() + " 57 as told on the phone\n";
        Files.writeString(folder.resolve("known-hn.txt"), known);
        KnownKeys keys = new KnownKeys(folder);
        assertThat(keys.of("hn")).containsExactly(new KnownKeys.Key(hunan.thumbprint(), 1));
        assertThat(keys.publish("hn", hunan.thumbprint(), 2)).isTrue();

        Files.write(folder.resolve("known-hn.txt"), new byte[] {'a', (byte) 0xff, '\n'});
        assertThat(keys.of("hn")).isEmpty();
        assertThat(keys.publish("hn", hunan.thumbprint(), 2))
                .as("what a person has written stays")
                .isFalse();
    }

    private static CheckpointSigned with(CheckpointSigned one, List<SignedHead> changed, String signature) {
        return new CheckpointSigned(
                one.number(), one.previousRoot(), one.root(), one.records(), changed, one.key(), signature);
    }
}
