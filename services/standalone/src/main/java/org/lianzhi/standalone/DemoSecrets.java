package org.lianzhi.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.lianzhi.kit.SecretFile;

/**
 * Secrets between the parts, made at the first start and kept with the data.
 *
 * @param client that the portal shows to the identity provider
 */
record DemoSecrets(String client) {

    private static final int BYTES = 24;

    static DemoSecrets in(Path keys) {
        Path file = keys.resolve("portal-client-secret");
        try {
            // An earlier version could leave an empty one after a power cut, with which nobody can sign in.
            if (!Files.exists(file) || Files.size(file) == 0) {
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                SecretFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            return new DemoSecrets(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
