package org.lianzhi.investigation.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.lianzhi.kit.SecretFile;
import org.lianzhi.model.Side;

/** The Ed25519 key with which a side signs. The public half travels in each signature. */
final class SideKey {

    private final PublicJsonWebKey key;

    private SideKey(PublicJsonWebKey key) {
        this.key = key;
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    /** Reads the key of a side, or makes it at the first start. */
    static SideKey in(Path folder, Side side) {
        Path file = folder.resolve("signing-" + side + ".jwk");
        try {
            if (!Files.exists(file)) {
                SecretFile.create(
                        file,
                        OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519)
                                .toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            return new SideKey(PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the signing key " + file, e);
        } catch (JoseException e) {
            throw new IllegalStateException(file + " does not hold a key as JWK", e);
        }
    }

    /** RFC 7638, SHA-256, base64url. */
    String id() {
        return key.getKeyId();
    }

    /** JWS in compact form, with the public key in the header. */
    String sign(String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(id());
        signature.setJwkHeader(key);
        signature.setPayload(payload);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}
