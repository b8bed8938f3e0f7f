package org.lianzhi.media;

import java.time.Duration;

/**
 * What a stranger's photo may be, and what becomes of it.
 *
 * @param bytes of the file at most
 * @param pixels of the picture at most, as its header says, before anything is decoded
 * @param side of the copy at most, in pixels
 * @param quality of the copy's JPEG, between 0 and 1
 * @param atOnce photos decoded at the same time at most; others wait
 * @param patience how long they do
 */
public record PhotoLimits(int bytes, long pixels, int side, float quality, int atOnce, Duration patience) {

    /** What phones send. A progressive JPEG is held by the decoder as a whole, some six bytes a pixel, so not more at once. */
    public static final PhotoLimits DEFAULT =
            new PhotoLimits(12 << 20, 64_000_000, 2048, 0.85f, 2, Duration.ofSeconds(10));
}
