package org.lianzhi.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.MerkleRoot;
import org.lianzhi.model.EvidenceEvent.SignedHead;
import org.lianzhi.model.Side;

/**
 * What a side signs with a checkpoint: the payload of the JWS.
 *
 * @param at when it was signed; null where whoever signed left it out
 * @param previousRoot root of the checkpoint before
 * @param root Merkle root over all heads of the side
 * @param records how many heads that are
 * @param changes Merkle root over the heads that this checkpoint lists, in its order: one checkpoint alone thus proves
 *     each of them; null where it was left out, and then the checkpoint does not count
 */
public record SignedWord(
        Side side,
        long number,
        @Nullable Instant at,
        String previousRoot,
        String root,
        long records,
        @Nullable String changes) {

    /** The leaves of the tree of {@code changes}. */
    public static List<String> leaves(List<SignedHead> changed) {
        return changed.stream()
                .map(head -> MerkleRoot.leaf(head.stream(), new Head(head.version(), head.hash())))
                .toList();
    }
}
