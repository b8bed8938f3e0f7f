package org.lianzhi.standalone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.lianzhi.kit.SecretFile;

/** The key that signs tokens. Made at the first start and kept, so that a restart does not end every session. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    static JWK in(Path folder) {
        Path file = folder.resolve("identity-signing-key.json");
        try {
            if (!Files.exists(file)) {
                JWK key = new RSAKeyGenerator(BITS)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyIDFromThumbprint(true)
                        .generate();
                SecretFile.create(file, key.toJSONString());
            }
            return JWK.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the signing key in " + file, e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(file + " does not hold a signing key; delete it to get a new one", e);
        }
    }
}
