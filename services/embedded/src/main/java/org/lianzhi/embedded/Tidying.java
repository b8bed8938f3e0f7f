package org.lianzhi.embedded;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps the file from growing without bound. H2 does this in a background thread that also commits, in the middle of commands; that thread
 * is off.
 */
final class Tidying {

    private static final int SMALL_FILE = 16 * 1024 * 1024;

    /** The file is tidied below this share of live bytes, in percent. Higher would rewrite the same data over and over. */
    private static final int SHARE_WHEN_IDLE = 60;

    /** Chunks are dense enough to be moved rather than rewritten. */
    private static final int DENSE = 75;

    /** Under load only what is needed to keep the file bounded: every step makes writers wait. */
    private static final int SHARE_WHEN_BUSY = 25;

    /** About 10 ms of work, during which writers wait. */
    private static final int REWRITE_BYTES = 512 * 1024;

    /** Several times the size of what a rewrite leaves behind, else H2 finds nothing that it may move. */
    private static final int MOVE_BYTES = 4 * 1024 * 1024;

    private Tidying() {}

    static boolean isNeeded(MVStore store, boolean busy) {
        return store.getFileStore() instanceof RandomAccessStore file
                && file.size() > SMALL_FILE
                && shareOfLiveBytes(file) < (busy ? SHARE_WHEN_BUSY : SHARE_WHEN_IDLE);
    }

    /** Live bytes in the chunks in use, times chunks in use in the file. */
    private static int shareOfLiveBytes(RandomAccessStore file) {
        return file.getChunksFillRate() * file.getFillRate() / 100;
    }

    /** First gathers live pages into dense chunks, then moves chunks towards the beginning and cuts the file. */
    static void step(MVStore store) {
        if (store.getFileStore() instanceof RandomAccessStore file) {
            if (file.getChunksFillRate() < DENSE) {
                store.compact(100, REWRITE_BYTES);
            } else {
                file.compactMoveChunks(100, MOVE_BYTES, store);
            }
        }
    }
}
