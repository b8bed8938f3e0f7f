package org.lianzhi.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.evidence.domain.Commits;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.Head;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;
import org.lianzhi.model.wire.EventJson;
import tools.jackson.databind.json.JsonMapper;

/** The program that is handed out, run as anybody would: by {@code java} alone, in a folder with nothing else in it. */
class VerifyRecordTest {

    private static final String RECORD = "case-a@hn";
    private static final Path PROGRAM = Path.of("..", "docs", "VerifyRecord.java");

    @TempDir
    Path folder;

    private final Signer hunan = new Signer();
    private final List<Commit> record =
            Commits.record(RECORD, 4, "雨水漫溢 \\ \"quoted\"\n", Map.of(2L, new Head(1, "e".repeat(64))));

    @TempDir
    static Path compiled;

    /** Once: started from its source, as documented, it compiles itself each time. */
    @BeforeAll
    static void compile() {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        assertThat(compiler.run(null, null, null, "--release", "17", "-d", compiled.toString(), PROGRAM.toString()))
                .isZero();
    }

    @Test
    void it_runs_from_its_source_with_nothing_beside_it() throws Exception {
        Files.copy(PROGRAM, folder.resolve("VerifyRecord.java"));
        Answer answer = run(proof(record, signed(3)), List.of("VerifyRecord.java"), hunan.thumbprint());
        assertThat(answer.said()).contains("INTACT");
        assertThat(answer.code()).isZero();
    }

    private record Answer(int code, String said) {}

    @Test
    void an_intact_record_is_intact_wherever_it_stands_in_the_tree() throws Exception {
        for (int heads : List.of(1, 5)) {
            Answer answer = verify(proof(record, signed(heads)), hunan.thumbprint());
            assertThat(answer.said())
                    .contains("INTACT", "checkpoint 1 of hn, signed " + Signer.AT, "signed up to commit 4")
                    .doesNotContain("WRONG");
            assertThat(answer.code()).isZero();
        }
    }

    @Test
    void without_a_key_to_compare_it_says_which_one_to_compare() throws Exception {
        Answer answer = verify(proof(record, signed(3)));
        assertThat(answer.said())
                .contains("CANNOT TELL: it holds if this is the key of hn: " + hunan.thumbprint())
                .doesNotContain("INTACT");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(verify(proof(record.subList(0, 2), signed(3))).code())
                .as("with whatever key, more was signed")
                .isEqualTo(1);
        assertThat(verify(proof(record, signed(3)), "what is no thumbprint").code())
                .isEqualTo(2);
    }

    @Test
    void a_record_that_was_written_anew_and_signed_again_is_contradicted_by_what_was_signed_before() throws Exception {
        List<Commit> anew = new ArrayList<>(record.subList(0, 2));
        anew.addAll(after(anew, "as it should have been"));
        String proof = proof(anew, hunan.sign(1, head(record)), hunan.sign(2, head(anew)));
        assertWrong(proof, "checkpoint 1: the signed hash of commit 4 is another one: the record was rewritten");
    }

    @Test
    void every_checkpoint_counts_with_the_key_of_its_number() throws Exception {
        Signer next = new Signer();
        String proof = proof(record, hunan.sign(1, head(record.subList(0, 2))), next.sign(57, head(record)));

        Answer both = verify(proof, hunan.thumbprint(), next.thumbprint() + ":57");
        assertThat(both.said()).contains("INTACT").doesNotContain("not counted");
        assertThat(both.code()).isZero();

        Answer second = verify(proof, next.thumbprint());
        assertThat(second.said()).contains("INTACT", "checkpoint 1 is not counted", hunan.thumbprint());
        assertThat(second.code()).isZero();

        Answer tooLate = verify(proof, next.thumbprint() + ":58");
        assertThat(tooLate.said()).contains("CANNOT TELL").doesNotContain("INTACT");
        assertThat(tooLate.code()).isEqualTo(2);

        List<Commit> anew = Commits.record(RECORD, 4, "as it should have been", Map.of());
        Answer doubtful =
                verify(proof(anew, hunan.sign(1, head(record)), next.sign(57, head(anew))), next.thumbprint());
        assertThat(doubtful.said()).contains("CANNOT TELL", "contradicts").doesNotContain("INTACT");
        assertThat(doubtful.code()).isEqualTo(2);
    }

    @Test
    void a_file_of_an_earlier_version_can_be_checked() throws Exception {
        String proof = proof(record, signed(3)).replace(",\"earlier\":[]", "");
        assertThat(proof).doesNotContain("earlier");
        assertThat(verify(proof, hunan.thumbprint()).code()).isZero();
    }

    @Test
    void a_flipped_byte_is_found() throws Exception {
        List<Commit> changed = new ArrayList<>(record);
        changed.set(
                1,
                Commits.with(
                        record.get(1),
                        2,
                        List.of(new EventData("case.noted.v1", "{}")),
                        record.get(1).hash()));
        assertWrong(proof(changed, signed(3)), "commit 2 was changed");
    }

    @Test
    void a_dropped_commit_is_found() throws Exception {
        List<Commit> dropped = new ArrayList<>(record);
        dropped.remove(1);
        assertWrong(proof(dropped, signed(3)), "commit 2 is missing");
    }

    @Test
    void a_record_that_was_cut_off_is_found() throws Exception {
        assertWrong(proof(record.subList(0, 2), signed(3)), "commits 3 to 4 were signed and are not here");
    }

    @Test
    void two_that_were_swapped_are_found() throws Exception {
        assertWrong(proof(List.of(record.get(0), record.get(2), record.get(1), record.get(3)), signed(3)), "reordered");
    }

    @Test
    void a_record_written_anew_with_hashes_that_hold_is_found() throws Exception {
        assertWrong(proof(Commits.record(RECORD, 4, "as it should have been", Map.of()), signed(3)), "was rewritten");
    }

    @Test
    void a_false_signature_is_found() throws Exception {
        CheckpointSigned others = hunan.sign(1, new SignedHead(RECORD, 4, "f".repeat(64)));
        assertWrong(
                proof(record, signed(1)).replace(payload(signed(1).signature()), payload(others.signature())),
                "the signature of the checkpoint is false");
    }

    @Test
    void a_record_signed_by_somebody_else_is_found_with_the_key_of_the_side() throws Exception {
        CheckpointSigned forged = new Signer().sign(1, head(record));
        Answer answer = verify(proof(record, forged), hunan.thumbprint());
        assertThat(answer.said()).contains("not with the one given");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void without_a_checkpoint_it_does_not_say_intact() throws Exception {
        Answer answer = verify(proof(record));
        assertThat(answer.said()).contains("CANNOT TELL").doesNotContain("INTACT");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(verify("{\"format\":").code()).isEqualTo(2);
    }

    private static String payload(String signature) {
        return signature.split("\\.")[1];
    }

    private static SignedHead head(List<Commit> record) {
        return new SignedHead(RECORD, record.size(), record.getLast().hash());
    }

    /** Of so many heads, of which the record's is the last but one. */
    private CheckpointSigned signed(int heads) {
        List<SignedHead> changed = new ArrayList<>(IntStream.range(1, heads)
                .mapToObj(i -> new SignedHead(
                        "case-" + i + "@hn", i, Integer.toString(i).repeat(64)))
                .toList());
        changed.add(Math.max(0, heads - 2), head(record));
        return hunan.sign(1, changed.toArray(SignedHead[]::new));
    }

    private static String proof(List<Commit> commits, CheckpointSigned... checkpoints) {
        List<KeptReading.Checked> about = Stream.of(checkpoints)
                .map(checkpoint -> new KeptReading.Checked(
                        new KeptCheckpoint(
                                "timeline",
                                "checkpoint-0@hn",
                                checkpoint.number(),
                                "d".repeat(64),
                                Instant.EPOCH,
                                "checkpoint.signed.v1",
                                EventJson.write(checkpoint),
                                null),
                        Seal.of(
                                "hn",
                                checkpoint.number(),
                                checkpoint,
                                List.of(new KnownKeys.Key(checkpoint.key(), 1)))))
                .toList();
        return JsonMapper.shared().writeValueAsString(Proof.of(RECORD, commits, about));
    }

    /** Two more, as somebody writes them who computes the hashes anew. */
    private static List<Commit> after(List<Commit> begun, String words) {
        List<Commit> added = new ArrayList<>();
        String previous = begun.getLast().hash();
        for (Commit commit :
                Commits.record(RECORD, begun.size() + 2, words, Map.of()).subList(begun.size(), begun.size() + 2)) {
            added.add(Commits.hashed(new Commit(
                    commit.stream(),
                    commit.version(),
                    commit.commitId(),
                    commit.causationId(),
                    commit.actor(),
                    commit.appendedAt(),
                    commit.seen(),
                    commit.events(),
                    previous,
                    "")));
            previous = added.getLast().hash();
        }
        return added;
    }

    private void assertWrong(String proof, String why) throws Exception {
        Answer answer = verify(proof, hunan.thumbprint());
        assertThat(answer.said()).contains("WRONG", why).doesNotContain("INTACT");
        assertThat(answer.code()).isEqualTo(1);
    }

    private Answer verify(String proof, String... keys) throws Exception {
        return run(proof, List.of("-cp", compiled.toString(), "VerifyRecord"), keys);
    }

    private Answer run(String proof, List<String> program, String... keys) throws Exception {
        Files.writeString(folder.resolve("proof.json"), proof);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.add("proof.json");
        command.addAll(List.of(keys));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("CLASSPATH");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), said);
    }
}
