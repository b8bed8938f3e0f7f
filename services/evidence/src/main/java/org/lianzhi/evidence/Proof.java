package org.lianzhi.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.MerkleRoot;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;

/**
 * A record with all that somebody needs who wants to check it without this system; docs/VerifyRecord.java does.
 *
 * @param checkpoint the newest that signs a head of the record; null as long as there is none
 * @param earlier the ones before it, in the order of their numbers: a record that was written anew may be signed anew, and
 *     only they contradict it then
 */
public record Proof(
        String format,
        String record,
        List<ProvenCommit> commits,
        @Nullable Signed checkpoint,
        List<Signed> earlier) {

    private static final String FORMAT = "lianzhi-proof/1";

    /** Every input of a commit's hash. */
    public record ProvenCommit(
            long version,
            String commitId,
            String causationId,
            String actor,
            Instant at,
            List<Seen> seen,
            List<EventData> events,
            String previousHash,
            String hash) {}

    /** The head of another side's record that was seen, in the order of the sides. */
    public record Seen(String side, long version, String hash) {}

    /**
     * A signed head, with its way up the Merkle tree.
     *
     * @param signature JWS with the public key in its header
     * @param key thumbprint of that key, as the side has told it
     * @param leaves of the tree, of which the head is the one at {@code index}
     */
    public record Signed(
            long number,
            String signature,
            String key,
            long version,
            String hash,
            int index,
            int leaves,
            List<String> path) {}

    public static Proof of(String stream, List<Commit> commits, List<KeptReading.Checked> about) {
        List<Signed> signed = about.stream()
                .map(KeptReading.Checked::seal)
                .filter(Seal.Sound.class::isInstance)
                .flatMap(seal -> signed(stream, ((Seal.Sound) seal).checkpoint()).stream())
                .toList();
        return new Proof(
                FORMAT,
                stream,
                commits.stream().map(Proof::proven).toList(),
                signed.isEmpty() ? null : signed.getLast(),
                signed.isEmpty() ? List.of() : signed.subList(0, signed.size() - 1));
    }

    private static Optional<Signed> signed(String stream, CheckpointSigned checkpoint) {
        List<SignedHead> changed = checkpoint.changed();
        for (int index = 0; index < changed.size(); index++) {
            SignedHead head = changed.get(index);
            if (head.stream().equals(stream)) {
                return Optional.of(new Signed(
                        checkpoint.number(),
                        checkpoint.signature(),
                        checkpoint.key(),
                        head.version(),
                        head.hash(),
                        index,
                        changed.size(),
                        MerkleRoot.auditPath(SignedWord.leaves(changed), index)));
            }
        }
        return Optional.empty();
    }

    private static ProvenCommit proven(Commit commit) {
        return new ProvenCommit(
                commit.version(),
                commit.commitId(),
                commit.causationId(),
                commit.actor(),
                commit.appendedAt(),
                commit.seen().entrySet().stream()
                        .map(seen -> new Seen(
                                seen.getKey(),
                                seen.getValue().version(),
                                seen.getValue().hash()))
                        .toList(),
                commit.events(),
                commit.previousHash(),
                commit.hash());
    }
}
