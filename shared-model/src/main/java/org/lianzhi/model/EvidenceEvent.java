package org.lianzhi.model;

import java.util.List;

/** What a side hands out so that others can prove later how its records stood. */
public sealed interface EvidenceEvent extends PublishedEvent {

    /**
     * The side signs the heads of all its cases. Whoever keeps this can show that a record was changed, shortened or
     * rewritten afterwards, also by somebody who computed all hashes anew.
     *
     * @param number from 1 without a hole
     * @param previousRoot root of the checkpoint before; 64 zeros for the first
     * @param root Merkle root (RFC 6962, SHA-256) over the heads of all its cases, each as {@code stream:version:hash}, in the
     *     order of the streams' names
     * @param records how many heads the root is over
     * @param changed the heads that differ from the checkpoint before; all checkpoints together give every head
     * @param key id of the signing key: its thumbprint (RFC 7638)
     * @param signature JWS (RFC 7515, compact, EdDSA) with the public key in its header, over side, number, {@code at} (when
     *     it was signed), previousRoot, root, records and {@code changes} (Merkle root over the heads in {@code changed})
     */
    record CheckpointSigned(
            long number,
            @Shared String previousRoot,
            @Shared String root,
            long records,
            List<SignedHead> changed,
            @Shared String key,
            @Shared String signature)
            implements EvidenceEvent {
        public CheckpointSigned {
            changed = List.copyOf(changed);
        }
    }

    /** The last commit of a record at that time. */
    record SignedHead(
            @Shared String stream, long version, @Shared String hash) {}
}
