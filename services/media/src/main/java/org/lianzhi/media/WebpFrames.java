package org.lianzhi.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.lianzhi.media.WebpChunks.Chunk;

/**
 * How large the pictures within a WebP are, as their own headers say: the file's header may claim less, and the decoder makes
 * room for what the picture says.
 */
final class WebpFrames {

    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String MOVING = "ANMF";

    /** Fourteen bits are a side (RFC 9649). */
    private static final int SIDE = 0x3FFF;

    private static final int SIDE_BITS = 14;

    private WebpFrames() {}

    /**
     * Pixels of the largest one.
     *
     * @throws IOException where it is damaged or moves, and so is no photo
     */
    static long pixels(byte[] file) throws IOException {
        long pixels = 0;
        for (Chunk chunk : WebpChunks.of(file, Set.of(LOSSY, LOSSLESS, MOVING))) {
            if (chunk.name().equals(MOVING)) {
                throw new IOException("a WebP that moves");
            }
            pixels = Math.max(pixels, pixels(chunk));
        }
        if (pixels == 0) {
            throw new IOException("a WebP without a picture");
        }
        return pixels;
    }

    /** Behind the frame's tag and its start code, or behind the signature. */
    private static long pixels(Chunk picture) {
        ByteBuffer bytes = ByteBuffer.wrap(picture.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        return picture.name().equals(LOSSY) ? lossy(bytes.getInt(6)) : lossless(bytes.getInt(1));
    }

    /** Sixteen bits for a side, of which two say how it is to be scaled. */
    private static long lossy(int sides) {
        return (long) (sides & SIDE) * ((sides >>> Short.SIZE) & SIDE);
    }

    private static long lossless(int sides) {
        return ((sides & SIDE) + 1L) * (((sides >>> SIDE_BITS) & SIDE) + 1L);
    }
}
