package org.lianzhi.test;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Signs tokens as the identity provider would, and hands out the key to check them with, on loopback. */
public final class TestTokens {

    /** As it stands in the tokens; nothing listens there. */
    public static final String ISSUER = "http://localhost/test-issuer";

    private static final int KEY_BITS = 2048;
    private static final int HOUR = 3600;

    private static final class Holder {
        private static final TestTokens STARTED = new TestTokens();
    }

    private final KeyPair pair;
    private final URI keys;

    private TestTokens() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            pair = generator.generateKeyPair();
            byte[] set = jwkSet((RSAPublicKey) pair.getPublic()).getBytes(StandardCharsets.UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, set.length);
                exchange.getResponseBody().write(set);
                exchange.close();
            });
            server.start();
            keys = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a service fetches the keys: {@code lianzhi.identity.jwk-set-uri}. */
    public static URI keys() {
        return Holder.STARTED.keys;
    }

    /**
     * A token of somebody signed in, for the next hour.
     *
     * @param roles as in the claim, such as {@code officer}
     */
    public static String of(String side, String bureau, String person, String... roles) {
        String claims =
                "{\"iss\":\"%s\",\"aud\":[\"lianzhi\"],\"sub\":\"%s\",\"exp\":%d,\"side\":\"%s\",\"bureau\":\"%s\",\"roles\":[%s]}"
                        .formatted(
                                ISSUER,
                                person,
                                Instant.now().getEpochSecond() + HOUR,
                                side,
                                bureau,
                                Arrays.stream(roles)
                                        .map(role -> '"' + role + '"')
                                        .collect(Collectors.joining(",")));
        return Holder.STARTED.sign(claims);
    }

    private String sign(String claims) {
        String content = base64("{\"alg\":\"RS256\",\"kid\":\"test\"}") + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jwkSet(RSAPublicKey key) {
        byte[] modulus = key.getModulus().toByteArray();
        byte[] unsigned = modulus[0] == 0 ? Arrays.copyOfRange(modulus, 1, modulus.length) : modulus;
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"test\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(base64(unsigned), base64(key.getPublicExponent().toByteArray()));
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
