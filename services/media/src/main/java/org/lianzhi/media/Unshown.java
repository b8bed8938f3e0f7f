package org.lianzhi.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lianzhi.model.RuleViolated;

/**
 * Files that are evidence but of which no copy is made here, so that they are kept and not shown: short videos and HEIC
 * pictures. They are known by their first bytes, and taken only if all of the file is what those say.
 */
public enum Unshown {
    HEIC("image/heic"),
    MP4("video/mp4"),
    QUICKTIME("video/quicktime"),
    WEBM("video/webm");

    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1");
    private static final Set<String> MP4_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "3gp4", "3gp5",
            "3gp6");
    private static final Set<String> BOXES = Set.of(
            "ftyp", "moov", "mdat", "meta", "free", "skip", "wide", "uuid", "moof", "mfra", "sidx", "styp", "pdin",
            "emsg", "mpvd", "sefd");

    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int ZIP_END = 0x504B0506;
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_COMMENT_AT_MOST = 0xFFFF;
    private static final int PDF_BEGINS_WITHIN = 1024;

    private final String mediaType;

    Unshown(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isFilm() {
        return this != HEIC;
    }

    /**
     * What kind a file is; empty for photos and for whatever is not taken at all.
     *
     * @param bytes at most
     * @throws RuleViolated {@code original.too-large} (bytes allowed), or {@code original.unreadable} for one that begins
     *     like such a file and goes on otherwise
     */
    public static Optional<Unshown> of(byte[] file, long bytes) {
        Optional<Unshown> kind = beginning(file);
        if (kind.isPresent() && file.length > bytes) {
            throw new RuleViolated("original.too-large", bytes);
        }
        if (kind.isPresent() && (!kind.get().isWhole(file) || isAlsoSomethingElse(file))) {
            throw new RuleViolated("original.unreadable");
        }
        return kind;
    }

    private static Optional<Unshown> beginning(byte[] file) {
        if (text(file, 4).equals("ftyp")) {
            String brand = text(file, 8);
            if (brand.equals("qt  ")) {
                return Optional.of(QUICKTIME);
            }
            if (MP4_BRANDS.contains(brand)) {
                return Optional.of(MP4);
            }
            return HEIC_BRANDS.contains(brand) ? Optional.of(HEIC) : Optional.empty();
        }
        return file.length > 4 && ByteBuffer.wrap(file).getInt() == EBML ? Optional.of(WEBM) : Optional.empty();
    }

    private boolean isWhole(byte[] file) {
        return switch (this) {
            case HEIC -> boxes(file).contains("meta");
            case MP4, QUICKTIME -> boxes(file).containsAll(Set.of("moov", "mdat"));
            case WEBM -> isWebm(ByteBuffer.wrap(file));
        };
    }

    /** The outermost boxes of ISO/IEC 14496-12; empty unless they fill the file to its last byte. */
    private static Set<String> boxes(byte[] file) {
        Set<String> boxes = new HashSet<>();
        ByteBuffer in = ByteBuffer.wrap(file);
        while (in.remaining() >= 8) {
            int at = in.position();
            long size = Integer.toUnsignedLong(in.getInt());
            String type = text(file, at + 4);
            in.getInt();
            if (size == 1 && in.remaining() >= 8) {
                size = in.getLong();
            } else if (size == 0) {
                size = file.length - (long) at;
            }
            if (!BOXES.contains(type) || size < 8 || size > file.length - (long) at) {
                return Set.of();
            }
            boxes.add(type);
            in.position((int) (at + size));
        }
        return in.hasRemaining() ? Set.of() : boxes;
    }

    /** A header of EBML (RFC 8794) that names WebM, and one segment to the end of the file. */
    private static boolean isWebm(ByteBuffer in) {
        in.getInt();
        long header = number(in);
        if (header < 0 || header > in.remaining()) {
            return false;
        }
        byte[] fields = new byte[(int) header];
        in.get(fields);
        boolean named = new String(fields, StandardCharsets.ISO_8859_1).contains("\u0042\u0082\u0084webm");
        if (!named || in.remaining() < 5 || in.getInt() != SEGMENT) {
            return false;
        }
        long segment = number(in);
        return segment == Long.MAX_VALUE || segment == in.remaining();
    }

    /** A number of variable length; {@link Long#MAX_VALUE} for one that is not known, negative for none. */
    private static long number(ByteBuffer in) {
        if (!in.hasRemaining()) {
            return -1;
        }
        int first = in.get() & 0xFF;
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7 || in.remaining() < more) {
            return -1;
        }
        long value = first & (0x7F >> more);
        long unknown = 0x7F >> more;
        for (int i = 0; i < more; i++) {
            value = value << 8 | (in.get() & 0xFF);
            unknown = unknown << 8 | 0xFF;
        }
        return value == unknown ? Long.MAX_VALUE : value;
    }

    /** An archive is read from its end and a PDF from somewhere near its beginning: a file can be both and a video. */
    private static boolean isAlsoSomethingElse(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int from = Math.max(0, file.length - ZIP_END_BYTES - ZIP_COMMENT_AT_MOST);
        for (int at = from; at <= file.length - ZIP_END_BYTES; at++) {
            if (in.getInt(at) == ZIP_END) {
                return true;
            }
        }
        int begin = Math.min(file.length, PDF_BEGINS_WITHIN);
        return new String(file, 0, begin, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static String text(byte[] file, int at) {
        return file.length < at + 4 ? "" : new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
