package org.lianzhi.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.lianzhi.test.RunningLianzhi;

/** The standalone in a process of its own, and ways past it to its broker and store. */
final class Whole implements AutoCloseable {

    /** Less than this share of one processor: nothing is going on but what always goes on. */
    private static final double AT_REST = 0.15;

    private static final Duration TOKEN = Duration.ofHours(6);
    private static final Duration WINDOW = Duration.ofMillis(400);
    private static final Duration LONGEST_UNREST = Duration.ofMinutes(3);

    private final RunningLianzhi lianzhi;
    private final Map<String, String> addresses;
    private final MongoClient store;

    private Whole(RunningLianzhi lianzhi) {
        this.lianzhi = lianzhi;
        this.addresses = lianzhi.addresses();
        this.store = MongoClients.create(address("store"));
    }

    static Whole start(Path folder, String... jvmOptions) {
        RunningLianzhi lianzhi = RunningLianzhi.optimised(folder, jvmOptions);
        try {
            lianzhi.start();
            return new Whole(lianzhi);
        } catch (RuntimeException | AssertionError e) {
            lianzhi.close();
            throw e;
        }
    }

    String address(String part) {
        return Objects.requireNonNull(addresses.get(part), part);
    }

    RunningLianzhi process() {
        return lianzhi;
    }

    /** The database of a service, with the durability that the services ask for. */
    MongoDatabase database(String service) {
        return store.getDatabase(service).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** A token as the demo identity provider would sign it, with the key that lies in the data folder. */
    String tokenOf(String side, String bureau, String person, String role) {
        try {
            RSAKey key =
                    RSAKey.parse(Files.readString(lianzhi.data().resolve("keys").resolve("identity-signing-key.json")));
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(lianzhi.identity())
                    .audience("lianzhi")
                    .subject(person)
                    .expirationTime(Date.from(Instant.now().plus(TOKEN)))
                    .claim("side", side)
                    .claim("bureau", bureau)
                    .claim("roles", List.of(role))
                    .build();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until what was begun has been worked off, so that it does not disturb the next measurement. */
    void comesToRest() {
        Used[] last = {used()};
        Awaitility.await("the standalone comes to rest")
                .atMost(LONGEST_UNREST)
                .pollDelay(WINDOW)
                .pollInterval(WINDOW)
                .until(() -> {
                    Used now = used();
                    double load = now.since(last[0]);
                    last[0] = now;
                    return load < AT_REST;
                });
    }

    private Used used() {
        return new Used(processorTime(), System.nanoTime());
    }

    private record Used(Duration processor, long nanos) {

        double since(Used before) {
            return (double) processor.minus(before.processor).toNanos() / (nanos - before.nanos);
        }
    }

    /** That the process has used so far. */
    Duration processorTime() {
        return ProcessHandle.of(lianzhi.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    @Override
    public void close() {
        store.close();
        lianzhi.close();
    }
}
