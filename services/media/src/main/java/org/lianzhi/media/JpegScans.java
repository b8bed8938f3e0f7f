package org.lianzhi.media;

/**
 * How often a JPEG is drawn: each scan costs the decoder a pass over the whole picture, and the file a few bytes. Markers are
 * passed over as the decoder does (ISO/IEC 10918-1, B.1.1), so that none is hidden from here that it would see.
 */
final class JpegScans {

    private static final int MARKER = 0xFF;
    private static final int FIRST_WITH_LENGTH = 0xC0;
    private static final int RESTART = 0xD0;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int LENGTH = 2;

    private JpegScans() {}

    static boolean areMoreThan(int most, byte[] file) {
        int scans = 0;
        int at = marker(file, 0);
        while (at < file.length && scans <= most) {
            int code = file[at] & 0xFF;
            if (code == SCAN) {
                scans++;
            } else if (code == END && scans > 0) {
                // Before the first scan it ends tables alone, and the picture follows.
                break;
            }
            at = marker(file, behind(at, code, file));
        }
        return scans > most;
    }

    /** Where the code of the next marker stands; the end of the file where there is none. */
    private static int marker(byte[] file, int from) {
        for (int at = from + 1; at < file.length; at++) {
            if ((file[at - 1] & 0xFF) == MARKER && file[at] != 0 && (file[at] & 0xFF) != MARKER) {
                return at;
            }
        }
        return file.length;
    }

    /** Where the next marker is looked for. Those without a meaning count as without a length: a decoder that resumes passes them so. */
    private static int behind(int at, int code, byte[] file) {
        int next = at + 1;
        boolean alone = code < FIRST_WITH_LENGTH || (code >= RESTART && code <= END);
        if (alone || next + LENGTH > file.length) {
            return next;
        }
        int length = (file[next] & 0xFF) << 8 | (file[next + 1] & 0xFF);
        return Math.min(file.length, next + Math.max(LENGTH, length));
    }
}
