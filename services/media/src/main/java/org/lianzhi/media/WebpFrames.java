package org.lianzhi.media;

import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How large the pictures within a WebP are, as their own headers say: the file's header may claim less, and the decoder makes
 * room for what the picture says.
 */
final class WebpFrames implements RiffHandler {

    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String MOVING = "ANMF";

    /** Fourteen bits are a side (RFC 9649). */
    private static final int SIDE = 0x3FFF;

    private static final int SIDE_BITS = 14;

    private long pixels;
    private boolean moves;

    private WebpFrames() {}

    /**
     * Pixels of the largest one.
     *
     * @throws IOException where it is damaged or moves, and so is no photo
     */
    static long pixels(byte[] file) throws IOException {
        WebpFrames frames = new WebpFrames();
        try {
            new RiffReader().processRiff(new SequentialByteArrayReader(file), frames);
        } catch (Exception damaged) {
            throw new IOException(damaged);
        }
        if (frames.moves || frames.pixels == 0) {
            throw new IOException("a WebP without a picture that stands still");
        }
        return frames.pixels;
    }

    @Override
    public boolean shouldAcceptRiffIdentifier(String identifier) {
        return true;
    }

    @Override
    public boolean shouldAcceptChunk(String name) {
        moves |= name.equals(MOVING);
        return name.equals(LOSSY) || name.equals(LOSSLESS);
    }

    @Override
    public boolean shouldAcceptList(String name) {
        return false;
    }

    @Override
    public void processChunk(String name, byte[] bytes) {
        ByteBuffer picture = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        // Behind the frame's tag and its start code, or behind the signature.
        pixels = Math.max(pixels, name.equals(LOSSY) ? lossy(picture.getInt(6)) : lossless(picture.getInt(1)));
    }

    /** Sixteen bits for a side, of which two say how it is to be scaled. */
    private static long lossy(int sides) {
        return (long) (sides & SIDE) * ((sides >>> Short.SIZE) & SIDE);
    }

    private static long lossless(int sides) {
        return ((sides & SIDE) + 1L) * (((sides >>> SIDE_BITS) & SIDE) + 1L);
    }

    @Override
    public void addError(String message) {
        // What is damaged is found when it is decoded.
    }
}
