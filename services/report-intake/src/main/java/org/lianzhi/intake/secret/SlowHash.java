package org.lianzhi.intake.secret;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with a key, for secrets that are short enough to be guessed. The salt is the same for all, because
 * the hash is what is looked up by; the key makes up for it.
 */
public final class SlowHash {

    private static final int BYTES = 32;

    private final Cost cost;
    private final SecretBytes key;
    private final byte[] salt;
    private final Semaphore atOnce;

    /**
     * How much work one hash is.
     *
     * @param memoryKib memory in KiB
     * @param iterations passes over the memory
     * @param atOnce hashes computed at the same time at most; others wait
     */
    public record Cost(int memoryKib, int iterations, int atOnce) {}

    public SlowHash(SecretBytes key, Cost cost) {
        this.cost = cost;
        this.key = KeyedDigest.derive(key, "argon2-secret");
        this.salt = KeyedDigest.of(key, "argon2-salt");
        this.atOnce = new Semaphore(cost.atOnce(), true);
    }

    /** @return 32 bytes */
    public byte[] of(String secret) {
        atOnce.acquireUninterruptibly();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memoryKib())
                    .withIterations(cost.iterations())
                    .withParallelism(1)
                    .withSalt(salt)
                    .withSecret(key.bytes())
                    .build());
            byte[] hash = new byte[BYTES];
            argon2.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            atOnce.release();
        }
    }
}
