package org.lianzhi.evidence;

import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.lianzhi.journal.MerkleRoot;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.wire.EventJson;

/** Whether the signature of a checkpoint counts. */
public sealed interface Seal {

    /** Signed with the key that the side is known to have. */
    record Sound(SignedWord word) implements Seal {}

    /**
     * It proves nothing.
     *
     * @param reason code: {@code signature} (false), {@code key} (not the one that is known for this number), or {@code
     *     content} (another content than was signed)
     */
    record Refused(String reason) implements Seal {}

    static Seal of(String side, CheckpointSigned checkpoint, List<KnownKeys.Key> known) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
        try {
            signature.setCompactSerialization(checkpoint.signature());
            PublicJsonWebKey key = signature.getJwkHeader();
            if (key == null) {
                return new Refused("key");
            }
            signature.setKey(key.getPublicKey());
            if (!signature.verifySignature()) {
                return new Refused("signature");
            }
            String thumbprint = key.calculateBase64urlEncodedThumbprint("SHA-256");
            boolean isKnown = KnownKeys.signerOf(known, checkpoint.number())
                    .filter(thumbprint::equals)
                    .isPresent();
            return isKnown ? content(side, checkpoint, signature.getPayload()) : new Refused("key");
        } catch (JoseException | IllegalArgumentException e) {
            return new Refused("signature");
        }
    }

    private static Seal content(String side, CheckpointSigned checkpoint, String payload) {
        SignedWord word = EventJson.readRecord(payload, SignedWord.class);
        boolean same = word.side().code().equals(side)
                && word.number() == checkpoint.number()
                && word.previousRoot().equals(checkpoint.previousRoot())
                && word.root().equals(checkpoint.root())
                && word.records() == checkpoint.records()
                && MerkleRoot.of(SignedWord.leaves(checkpoint.changed())).equals(word.changes());
        return same ? new Sound(word) : new Refused("content");
    }
}
