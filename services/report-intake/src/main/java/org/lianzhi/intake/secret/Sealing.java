package org.lianzhi.intake.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encryption that also notices any change: AES-256-GCM with a random nonce of 96 bits before the ciphertext. What is
 * sealed is bound to its context, so that a sealed thing put in the place of another does not open.
 */
public final class Sealing {

    /** Stands beside everything sealed, so that another algorithm can follow. */
    public static final String ALGORITHM = "AES-256-GCM";

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    /** @param context where it belongs, such as collection, id and part; not secret */
    public static byte[] seal(SecretBytes key, String context, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, context, nonce).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** @throws NotOpened when key or context are not those it was sealed with, or a bit was changed */
    public static byte[] open(SecretBytes key, String context, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            throw new NotOpened();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, context, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new NotOpened();
        }
    }

    private static Cipher cipher(int mode, SecretBytes key, String context, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.forAes(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
