package org.lianzhi.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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
                .map(entry -> leaf(entry.getKey(), entry.getValue()))
                .toList();
        return of(leaves);
    }

    /** A head as the leaf of a tree. */
    public static String leaf(String stream, Head head) {
        return stream + ":" + head.version() + ":" + head.hash();
    }

    /** The audit path of a leaf (RFC 6962, section 2.1.1): the hashes that together with it give the root, the lowest first. */
    public static List<String> auditPath(List<String> leaves, int index) {
        List<String> path = new ArrayList<>();
        auditPath(leaves, index, path);
        return path;
    }

    private static void auditPath(List<String> leaves, int index, List<String> path) {
        if (leaves.size() == 1) {
            return;
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        boolean left = index < split;
        List<String> own = left ? leaves.subList(0, split) : leaves.subList(split, leaves.size());
        List<String> other = left ? leaves.subList(split, leaves.size()) : leaves.subList(0, split);
        auditPath(own, left ? index : index - split, path);
        path.add(HexFormat.of().formatHex(root(other)));
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
