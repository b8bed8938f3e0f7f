package org.lianzhi.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * The root of a Merkle tree as RFC 6962, section 2.1, builds it: SHA-256, leaves and nodes told apart by a first byte, an
 * unbalanced tree split at the largest power of two.
 */
public final class MerkleRoot {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleRoot() {}

    /** Over the heads of streams, each written {@code stream:version:hash}; 64 hexadecimal digits. */
    public static String ofHeads(SortedMap<String, Head> heads) {
        List<String> leaves = heads.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue().version() + ":"
                        + entry.getValue().hash())
                .toList();
        return of(leaves);
    }

    /** Over texts, in the given order. */
    public static String of(List<String> leaves) {
        return HexFormat.of().formatHex(leaves.isEmpty() ? hash() : root(leaves));
    }

    private static byte[] root(List<String> leaves) {
        if (leaves.size() == 1) {
            return hash(new byte[] {LEAF}, leaves.getFirst().getBytes(StandardCharsets.UTF_8));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return hash(new byte[] {NODE}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static byte[] hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
