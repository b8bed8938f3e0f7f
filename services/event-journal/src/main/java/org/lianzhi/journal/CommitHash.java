package org.lianzhi.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hash of a commit: SHA-256 over its fields in a fixed order, each written as its length in bytes, a colon and the
 * UTF-8 text, so that no two different commits are written alike. Anyone can recompute it from the headers and data of
 * the commit's records on the topic; docs/evidence.md spells it out.
 */
public final class CommitHash {

    /** Stands before the first commit of every stream. */
    public static final String GENESIS = "0".repeat(64);

    private final MessageDigest digest = sha256();

    private CommitHash() {}

    /**
     * The hash over everything that a commit says.
     *
     * @param eventDigests {@link #digest} of type and data of each event, in order
     */
    public static String of(
            String previousHash,
            String stream,
            long version,
            String commitId,
            String causationId,
            String actor,
            Instant appendedAt,
            Map<String, Head> seen,
            List<String> eventDigests) {
        CommitHash hash = new CommitHash();
        hash.add(previousHash);
        hash.add(stream);
        hash.add(Long.toString(version));
        hash.add(commitId);
        hash.add(causationId);
        hash.add(actor);
        hash.add(Long.toString(appendedAt.toEpochMilli()));
        hash.add(Integer.toString(seen.size()));
        new TreeMap<>(seen).forEach((side, head) -> {
            hash.add(side);
            hash.add(Long.toString(head.version()));
            hash.add(head.hash());
        });
        hash.add(Integer.toString(eventDigests.size()));
        eventDigests.forEach(hash::add);
        return hash.hex();
    }

    /** The digest of one event: its name on the wire and its exact bytes. */
    public static String digest(String type, String json) {
        CommitHash hash = new CommitHash();
        hash.add(type);
        hash.add(json);
        return hash.hex();
    }

    /** A digest of several texts that cannot be confused with one of others, for ids that derive from their cause. */
    public static String of(String... parts) {
        CommitHash hash = new CommitHash();
        for (String part : parts) {
            hash.add(part);
        }
        return hash.hex();
    }

    /** The hash that a commit must have by what it says. */
    public static String recompute(Commit commit) {
        return of(
                commit.previousHash(),
                commit.stream().toString(),
                commit.version(),
                commit.commitId(),
                commit.causationId(),
                commit.actor(),
                commit.appendedAt(),
                commit.seen(),
                commit.events().stream()
                        .map(event -> digest(event.type(), event.json()))
                        .toList());
    }

    private void add(String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
