import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a downloaded proof of one record, with nothing but a JDK (17 or newer):
 *
 * <pre>java VerifyRecord.java proof.json THUMBPRINT[:FROM]...</pre>
 *
 * A thumbprint is that of a key of the side, as it was told on paper, with the number of the first checkpoint that it signs
 * (1 if left out). Exit code 0: the record is as the side has signed it. 1: it is not. 2: the file cannot be read, nothing
 * signed covers the record, or no key was given to compare with. evidence.md beside this file says what is computed here;
 * nobody needs to believe this program.
 */
public class VerifyRecord {

    /** What is found to be wrong. */
    static class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message);
        }
    }

    /** A key of the side, and the first checkpoint that it signs. */
    record Key(String thumbprint, long from) {

        static Key parse(String argument) {
            int colon = argument.indexOf(':');
            return colon < 0
                    ? new Key(argument, 1)
                    : new Key(argument.substring(0, colon), Long.parseLong(argument.substring(colon + 1)));
        }

        /** Null when none of them signs it. */
        static String signerOf(long number, List<Key> keys) {
            Key signer = null;
            for (Key key : keys) {
                if (key.from <= number && (signer == null || key.from >= signer.from)) {
                    signer = key;
                }
            }
            return signer == null ? null : signer.thumbprint;
        }
    }

    public static void main(String[] arguments) {
        List<String> keys = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        if (arguments.length == 0 || !keys.stream().allMatch(key -> key.matches("[A-Za-z0-9_-]{43}(:[0-9]{1,18})?"))) {
            System.out.println("java VerifyRecord.java proof.json THUMBPRINT[:FROM]...");
            System.out.println("THUMBPRINT: 43 characters, of a key of the side; FROM: the first checkpoint that it signs");
            System.exit(2);
        }
        try {
            Object proof = new Json(Files.readString(Path.of(arguments[0]))).whole();
            System.exit(check(proof, keys.stream().map(Key::parse).toList()));
        } catch (Wrong wrong) {
            System.out.println("WRONG: " + wrong.getMessage());
            System.exit(1);
        } catch (IOException | RuntimeException unreadable) {
            System.out.println("CANNOT TELL: this is not a proof that can be read (" + unreadable + ")");
            System.exit(2);
        } catch (GeneralSecurityException e) {
            System.out.println("WRONG: the key or the signature is not one (" + e.getMessage() + ")");
            System.exit(1);
        }
    }

    static int check(Object proof, List<Key> keys) throws GeneralSecurityException {
        String format = text(proof, "format");
        if (!format.equals("lianzhi-proof/1")) {
            throw new IllegalArgumentException("format " + format);
        }
        String record = text(proof, "record");
        List<String> hashes = hashes(record, list(proof, "commits"));
        System.out.println("record " + record + ": " + hashes.size() + " commits, whose hashes hold");
        Object newest = map(proof).get("checkpoint");
        if (newest == null) {
            System.out.println("CANNOT TELL: no checkpoint covers this record, so all of it could have been written anew");
            return 2;
        }
        // A file made by an earlier version has only the newest.
        List<Object> all = new ArrayList<>(map(proof).containsKey("earlier") ? list(proof, "earlier") : List.of());
        all.add(newest);
        long covered = 0;
        boolean doubtful = false;
        for (Object checkpoint : all) {
            String contradiction = contradiction(record, hashes, checkpoint);
            String named = "checkpoint " + number(checkpoint, "number");
            String signer = Key.signerOf(number(checkpoint, "number"), keys);
            if (keys.isEmpty() || keyOf(checkpoint).equals(signer)) {
                require(contradiction == null, named + ": " + contradiction);
                covered = Math.max(covered, number(checkpoint, "version"));
            } else {
                // The keys that signed earlier ones may not have been given: then they say nothing.
                require(checkpoint != newest || signer == null,
                        "the checkpoint is signed with key " + keyOf(checkpoint) + ", not with the one given");
                System.out.println(named + " is not counted: it is signed with key " + keyOf(checkpoint)
                        + ", which was not given for it");
                doubtful |= contradiction != null;
            }
        }
        return told(record, hashes.size(), covered, doubtful, keys, all);
    }

    static int told(String record, int commits, long covered, boolean doubtful, List<Key> keys, List<Object> all) {
        String side = record.substring(record.indexOf('@') + 1);
        if (doubtful) {
            System.out.println("CANNOT TELL: what is not counted contradicts this record; ask " + side
                    + " whether that was its key");
            return 2;
        }
        if (covered == 0) {
            System.out.println("CANNOT TELL: no checkpoint is signed with a key that was given for it");
            return 2;
        }
        System.out.println("signed up to commit " + covered);
        if (covered < commits) {
            System.out.println("commits " + (covered + 1) + " to " + commits + " are later than that");
        }
        if (keys.isEmpty()) {
            Set<String> signers = new LinkedHashSet<>();
            all.forEach(checkpoint -> signers.add(keyOf(checkpoint)));
            System.out.println("CANNOT TELL: it holds if this is the key of " + side + ": " + String.join(", ", signers)
                    + ". Compare it with the one that " + side + " has told you, and give that one as second argument");
            return 2;
        }
        System.out.println("INTACT");
        return 0;
    }

    /** What a checkpoint says against the record, null for nothing; that it is genuine is required. */
    static String contradiction(String record, List<String> hashes, Object checkpoint) throws GeneralSecurityException {
        Object word = signed(checkpoint);
        String side = record.substring(record.indexOf('@') + 1);
        require(text(word, "side").equals(side), "the checkpoint is of another side");
        require(number(word, "number") == number(checkpoint, "number"), "another checkpoint was signed");
        long version = number(checkpoint, "version");
        String leaf = record + ":" + version + ":" + text(checkpoint, "hash");
        require(root(leaf, checkpoint).equals(text(word, "changes")), "what was signed does not contain this record");
        System.out.println("checkpoint " + number(word, "number") + " of " + side + ", signed " + map(word).get("at")
                + ", names commit " + version);
        if (version > hashes.size()) {
            return "commits " + (hashes.size() + 1) + " to " + version
                    + " were signed and are not here: the record was truncated";
        }
        return hashes.get((int) version - 1).equals(text(checkpoint, "hash"))
                ? null
                : "the signed hash of commit " + version + " is another one: the record was rewritten";
    }

    static List<String> hashes(String record, List<Object> commits) {
        List<String> hashes = new ArrayList<>();
        String previous = "0".repeat(64);
        for (Object commit : commits) {
            long version = hashes.size() + 1L;
            long stated = number(commit, "version");
            require(stated >= version, "commit " + version + " is not in its place: commits were reordered or doubled");
            require(stated == version, "commit " + version + " is missing, or commits were reordered");
            require(text(commit, "previousHash").equals(previous),
                    "commit " + version + " does not name the hash of the one before");
            String hash = hash(record, commit);
            require(hash.equals(text(commit, "hash")), "commit " + version + " was changed");
            hashes.add(hash);
            previous = hash;
        }
        return hashes;
    }

    static String hash(String record, Object commit) {
        MessageDigest digest = sha256();
        field(digest, text(commit, "previousHash"));
        field(digest, record);
        field(digest, Long.toString(number(commit, "version")));
        field(digest, text(commit, "commitId"));
        field(digest, text(commit, "causationId"));
        field(digest, text(commit, "actor"));
        field(digest, Long.toString(Instant.parse(text(commit, "at")).toEpochMilli()));
        List<Object> seen = list(commit, "seen");
        field(digest, Integer.toString(seen.size()));
        for (Object head : seen) {
            field(digest, text(head, "side"));
            field(digest, Long.toString(number(head, "version")));
            field(digest, text(head, "hash"));
        }
        List<Object> events = list(commit, "events");
        field(digest, Integer.toString(events.size()));
        for (Object event : events) {
            MessageDigest one = sha256();
            field(one, text(event, "type"));
            field(one, text(event, "json"));
            field(digest, hex(one.digest()));
        }
        return hex(digest.digest());
    }

    static void field(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    /** RFC 6962: from a leaf up, by the audit path. */
    static String root(String leaf, Object checkpoint) {
        byte[] hash = hash((byte) 0, leaf.getBytes(StandardCharsets.UTF_8));
        long index = number(checkpoint, "index");
        long last = number(checkpoint, "leaves") - 1;
        for (Object step : list(checkpoint, "path")) {
            require(last > 0, "the audit path is too long");
            byte[] other = HexFormat.of().parseHex((String) step);
            if (index % 2 == 1 || index == last) {
                hash = hash((byte) 1, other, hash);
                while (index % 2 == 0 && index > 0) {
                    index /= 2;
                    last /= 2;
                }
            } else {
                hash = hash((byte) 1, hash, other);
            }
            index /= 2;
            last /= 2;
        }
        require(last == 0, "the audit path is too short");
        return hex(hash);
    }

    static byte[] hash(byte prefix, byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update(prefix);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** Checks the JWS (RFC 7515, EdDSA) and returns what it signs. */
    static Object signed(Object checkpoint) throws GeneralSecurityException {
        String[] parts = text(checkpoint, "signature").split("\\.");
        require(parts.length == 3, "the signature is no JWS");
        Object header = new Json(decoded(parts[0])).whole();
        require(text(header, "alg").equals("EdDSA"), "the signature is of another kind");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key(text(map(header).get("jwk"), "x")));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        require(signature.verify(Base64.getUrlDecoder().decode(parts[2])), "the signature of the checkpoint is false");
        return new Json(decoded(parts[1])).whole();
    }

    /** Thumbprint (RFC 7638) of the key in the header. */
    static String keyOf(Object checkpoint) {
        Object jwk = map(new Json(decoded(text(checkpoint, "signature").split("\\.")[0])).whole()).get("jwk");
        String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + text(jwk, "x") + "\"}";
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(sha256().digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    static PublicKey key(String x) throws GeneralSecurityException {
        byte[] bytes = Base64.getUrlDecoder().decode(x);
        require(bytes.length == 32, "the key is none");
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = bytes[31 - i];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance("Ed25519").generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    static String decoded(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Wrong(otherwise);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object json, String name) {
        return (List<Object>) map(json).get(name);
    }

    static String text(Object json, String name) {
        if (map(json).get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no " + name);
    }

    static long number(Object json, String name) {
        if (map(json).get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no " + name);
    }

    /** As much of JSON as a proof needs: no fractions. */
    static class Json {

        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object whole() {
            Object value = value();
            blank();
            if (at < text.length()) {
                throw new IllegalArgumentException("more than one value at " + at);
            }
            return value;
        }

        private Object value() {
            blank();
            char c = text.charAt(at);
            if (c == '{') {
                Map<String, Object> map = new LinkedHashMap<>();
                for (at++; !ends('}'); ) {
                    String name = string();
                    expect(':');
                    if (map.put(name, value()) != null) {
                        throw new IllegalArgumentException(name + " twice");
                    }
                }
                return map;
            }
            if (c == '[') {
                List<Object> list = new ArrayList<>();
                for (at++; !ends(']'); ) {
                    list.add(value());
                }
                return list;
            }
            return c == '"' ? string() : literal();
        }

        /** Also steps over the comma between two values. */
        private boolean ends(char end) {
            blank();
            if (text.charAt(at) == ',') {
                at++;
                blank();
                return false;
            }
            if (text.charAt(at) != end) {
                return false;
            }
            at++;
            return true;
        }

        private Object literal() {
            int from = at;
            while (at < text.length() && "-0123456789abcdefghijklmnopqrstuvwxyz".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String word = text.substring(from, at);
            return switch (word) {
                case "null" -> null;
                case "true" -> true;
                case "false" -> false;
                default -> Long.valueOf(word);
            };
        }

        private String string() {
            expect('"');
            StringBuilder read = new StringBuilder();
            for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
                read.append(c == '\\' ? escaped() : c);
            }
            return read.toString();
        }

        private char escaped() {
            char c = text.charAt(at++);
            switch (c) {
                case 'n': return '\n';
                case 'r': return '\r';
                case 't': return '\t';
                case 'b': return '\b';
                case 'f': return '\f';
                case 'u':
                    at += 4;
                    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
                default: return c;
            }
        }

        private void expect(char c) {
            blank();
            if (text.charAt(at++) != c) {
                throw new IllegalArgumentException(c + " expected at " + (at - 1));
            }
        }

        private void blank() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
