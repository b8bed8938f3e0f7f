package org.lianzhi.media;

import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffProcessingException;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The wanted ones of the chunks that a WebP is made of, in their order. */
final class WebpChunks implements RiffHandler {

    record Chunk(String name, byte[] bytes) {}

    private final Set<String> wanted;
    private final List<Chunk> found = new ArrayList<>();

    private WebpChunks(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** Over the array, as that reader does not believe a length that is not there. */
    static List<Chunk> of(byte[] file, Set<String> wanted) throws IOException {
        WebpChunks chunks = new WebpChunks(wanted);
        try {
            new RiffReader().processRiff(new SequentialByteArrayReader(file), chunks);
        } catch (RiffProcessingException damaged) {
            throw new IOException(damaged);
        }
        return chunks.found;
    }

    @Override
    public boolean shouldAcceptRiffIdentifier(String identifier) {
        return true;
    }

    @Override
    public boolean shouldAcceptChunk(String name) {
        return wanted.contains(name);
    }

    @Override
    public boolean shouldAcceptList(String name) {
        return false;
    }

    @Override
    public void processChunk(String name, byte[] bytes) {
        found.add(new Chunk(name, bytes));
    }

    @Override
    public void addError(String message) {
        // What is damaged shows where it is decoded, or counts as not there.
    }
}
