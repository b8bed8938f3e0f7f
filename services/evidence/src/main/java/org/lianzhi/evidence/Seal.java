package org.lianzhi.evidence;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.MerkleRoot;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;

/** Whether the signature of a checkpoint counts. */
public sealed interface Seal {

    Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Signed with the key that the side is known to have: only then it says anything. */
    record Sound(SignedWord word, CheckpointSigned checkpoint) implements Seal {}

    /**
     * It proves nothing.
     *
     * @param reason code: {@code signature} (false), {@code key} (not the one that is known for this number), or {@code
     *     content} (another content than was signed, or one that a checkpoint of the side at its place may not have)
     */
    record Refused(String reason) implements Seal {}

    static Seal of(KeptCheckpoint kept, Function<String, List<KnownKeys.Key>> known) {
        String side = kept.side();
        return kept.read()
                .map(checkpoint -> of(side, kept.number(), checkpoint, known.apply(side)))
                .orElseGet(() -> new Refused("content"));
    }

    /** @param number by its place: the one that it states is chosen by whoever signs */
    static Seal of(String side, long number, CheckpointSigned checkpoint, List<KnownKeys.Key> known) {
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
            boolean isKnown =
                    KnownKeys.signerOf(known, number).filter(thumbprint::equals).isPresent();
            if (!isKnown) {
                return new Refused("key");
            }
            return isPossible(side, checkpoint) && thumbprint.equals(checkpoint.key())
                    ? content(new Side(side), number, checkpoint, signature.getPayload())
                    : new Refused("content");
        } catch (JoseException | RuntimeException e) {
            // Whoever sends it may have put anything in the place of a signature.
            return new Refused("signature");
        }
    }

    private static Seal content(Side side, long number, CheckpointSigned checkpoint, String payload) {
        SignedWord word;
        try {
            word = EventJson.readRecord(payload, SignedWord.class);
        } catch (IllegalArgumentException e) {
            return new Refused("content");
        }
        String changes = MerkleRoot.of(SignedWord.leaves(checkpoint.changed()));
        boolean same = word != null
                && number > 0
                && checkpoint.number() == number
                && word.equals(new SignedWord(
                        side,
                        number,
                        word.at(),
                        checkpoint.previousRoot(),
                        checkpoint.root(),
                        checkpoint.records(),
                        changes));
        return same ? new Sound(word, checkpoint) : new Refused("content");
    }

    /** A side can only speak for its own cases: its word on another side's record would accuse, and not prove. */
    private static boolean isPossible(String side, CheckpointSigned checkpoint) {
        return isHash(checkpoint.previousRoot())
                && isHash(checkpoint.root())
                && checkpoint.changed().stream()
                        .allMatch(head -> isOwnCase(side, head) && head.version() > 0 && isHash(head.hash()));
    }

    static boolean isOwnCase(String side, SignedHead head) {
        return String.valueOf(head.stream()).matches("case-[A-Za-z0-9_-]{1,64}@" + side);
    }

    private static boolean isHash(@Nullable String text) {
        return text != null && HASH.matcher(text).matches();
    }
}
