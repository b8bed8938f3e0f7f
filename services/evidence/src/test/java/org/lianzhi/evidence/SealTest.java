package org.lianzhi.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;

class SealTest {

    private static final SignedHead HEAD = new SignedHead("case-a@hn", 2, "a".repeat(64));
    private static final SignedHead OTHER = new SignedHead("case-a@hn", 2, "b".repeat(64));

    private final Signer hunan = new Signer();
    private final List<KnownKeys.Key> known = List.of(new KnownKeys.Key(hunan.thumbprint(), 1));

    @Test
    void a_checkpoint_counts_when_its_side_is_known_to_have_that_key() {
        assertThat(Seal.of("hn", hunan.sign(1, HEAD), known)).isInstanceOf(Seal.Sound.class);
        assertThat(Seal.of("gx", hunan.sign(1, HEAD), known)).isEqualTo(new Seal.Refused("content"));
    }

    @Test
    void without_a_known_key_nothing_counts_whatever_the_message_brings_along() {
        assertThat(Seal.of("hn", hunan.sign(1, HEAD), List.of())).isEqualTo(new Seal.Refused("key"));
    }

    @Test
    void other_heads_under_a_genuinesignature_do_not_count() {
        CheckpointSigned genuine = hunan.sign(1, HEAD);
        assertThat(Seal.of("hn", with(genuine, List.of(OTHER), genuine.signature()), known))
                .isEqualTo(new Seal.Refused("content"));
    }

    @Test
    void a_false_signature_and_what_is_none_do_not_count() {
        CheckpointSigned one = hunan.sign(1, HEAD);
        String[] mine = one.signature().split("\\.");
        String[] others = hunan.sign(1, OTHER).signature().split("\\.");
        assertThat(Seal.of("hn", with(one, one.changed(), mine[0] + "." + others[1] + "." + mine[2]), known))
                .isEqualTo(new Seal.Refused("signature"));
        assertThat(Seal.of("hn", with(one, one.changed(), "a.b.c"), known)).isEqualTo(new Seal.Refused("signature"));
        assertThat(Seal.of("hn", with(one, one.changed(), "none"), known)).isEqualTo(new Seal.Refused("signature"));
    }

    @Test
    void a_changed_key_counts_from_the_number_that_was_entered_and_the_old_one_up_to_it() {
        Signer next = new Signer();
        assertThat(Seal.of("hn", next.sign(5, HEAD), known)).isEqualTo(new Seal.Refused("key"));

        List<KnownKeys.Key> both =
                List.of(new KnownKeys.Key(hunan.thumbprint(), 1), new KnownKeys.Key(next.thumbprint(), 5));
        assertThat(Seal.of("hn", next.sign(5, HEAD), both)).isInstanceOf(Seal.Sound.class);
        assertThat(Seal.of("hn", next.sign(4, HEAD), both)).isEqualTo(new Seal.Refused("key"));
        assertThat(Seal.of("hn", hunan.sign(4, HEAD), both)).isInstanceOf(Seal.Sound.class);
        assertThat(Seal.of("hn", hunan.sign(5, HEAD), both)).isEqualTo(new Seal.Refused("key"));
    }

    @Test
    void only_the_first_key_is_published_by_itself_a_later_one_is_entered_by_a_person(@TempDir Path folder)
            throws IOException {
        KnownKeys keys = new KnownKeys(folder);
        assertThat(keys.publish("hn", hunan.thumbprint())).isTrue();
        Signer next = new Signer();
        assertThat(keys.publish("hn", next.thumbprint())).isFalse();
        assertThat(keys.of("hn")).containsExactly(new KnownKeys.Key(hunan.thumbprint(), 1));

        Files.writeString(
                folder.resolve("known-hn.txt"),
                "# as handed over on paper\n" + hunan.thumbprint() + "\n" + next.thumbprint() + "  57  # 2027\n");
        assertThat(keys.publish("hn", next.thumbprint())).isTrue();
        assertThat(keys.of("hn"))
                .containsExactly(new KnownKeys.Key(hunan.thumbprint(), 1), new KnownKeys.Key(next.thumbprint(), 57));
    }

    private static CheckpointSigned with(CheckpointSigned one, List<SignedHead> changed, String signature) {
        return new CheckpointSigned(
                one.number(), one.previousRoot(), one.root(), one.records(), changed, one.key(), signature);
    }
}
