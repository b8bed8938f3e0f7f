package org.lianzhi.evidence;

import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.MerkleRoot;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;

/** A side with a key of its own. */
final class Signer {

    static final Instant AT = Instant.parse("2024-07-29T02:00:00Z");

    private final OctetKeyPairJsonWebKey key;

    Signer() {
        try {
            key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    String thumbprint() {
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    CheckpointSigned sign(long number, SignedHead... changed) {
        return sign(number, CommitHash.GENESIS, changed);
    }

    CheckpointSigned sign(long number, String previousRoot, SignedHead... changed) {
        List<String> leaves = SignedWord.leaves(List.of(changed));
        String root = MerkleRoot.of(leaves);
        SignedWord word =
                new SignedWord(new Side("hn"), number, AT, previousRoot, root, changed.length, MerkleRoot.of(leaves));
        return new CheckpointSigned(
                number,
                previousRoot,
                root,
                changed.length,
                List.of(changed),
                thumbprint(),
                jws(EventJson.writeRecord(word)));
    }

    /** Over anything. */
    String jws(String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKey(key.getPrivateKey());
        signature.setJwkHeader(key);
        signature.setPayload(payload);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
