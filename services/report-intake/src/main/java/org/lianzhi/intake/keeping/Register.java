package org.lianzhi.intake.keeping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lianzhi.intake.keeping.Kept.Erased;
import org.lianzhi.intake.keeping.Kept.Line;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.ComeBackLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erasures and holds, a line each, in a file that is kept apart from data, keys and their backups: what was erased or held
 * after a backup is known after that backup was restored. Lines are added and never changed. Where the file cannot be read,
 * or has fewer lines than were once entered, nothing is opened.
 */
public final class Register {

    private static final Logger LOG = LoggerFactory.getLogger(Register.class);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Path file;
    private final JsonMapper json;
    private final RegisterMark mark;
    private final Map<String, Kept> reports = new HashMap<>();
    private final Set<String> intents = new HashSet<>();

    /** Bytes; less than none before the first look. */
    private long read = -1;

    private long lines;

    public Register(Path folder, JsonMapper json, RegisterMark mark) {
        this.file = folder.resolve("register.jsonl");
        this.json = json;
        this.mark = mark;
    }

    /** @throws ComeBackLater when the register cannot be read */
    public synchronized Kept of(StreamId report) {
        catchUp();
        return reports.getOrDefault(report.toString(), Kept.FREE);
    }

    public boolean isErased(StreamId report) {
        return of(report) instanceof Erased;
    }

    /** Everything that was ever erased. */
    synchronized List<StreamId> erased() {
        catchUp();
        return reports.entrySet().stream()
                .filter(report -> report.getValue() instanceof Erased)
                .map(report -> StreamId.parse(report.getKey()))
                .toList();
    }

    /**
     * Adds the line that follows from what the register says at that moment, and nothing for a command that was entered
     * before. Nobody else adds anything between the look and the line, which is on the disk when this returns.
     *
     * @param decide what there is to enter, if anything
     * @return what the register says after it
     * @throws ComeBackLater when it could not be written; then nothing of what it says may be done
     */
    synchronized Kept add(StreamId report, String intent, Function<Kept, Optional<Line>> decide) {
        // A register that is gone must not begin anew.
        catchUp();
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                // Against other instances; it ends with the channel.
                channel.lock();
                take(all(channel), mark.lines());
                Kept before = reports.getOrDefault(report.toString(), Kept.FREE);
                Optional<Line> line = intents.contains(intent) ? Optional.empty() : decide.apply(before);
                if (line.isPresent()) {
                    append(channel, line.get());
                    take(all(channel), lines + 1);
                }
                // What died before is made up for, too.
                channel.force(true);
                mark.reached(lines);
            }
        } catch (IOException e) {
            throw closed(e);
        }
        return reports.getOrDefault(report.toString(), Kept.FREE);
    }

    private void append(FileChannel channel, Line line) throws IOException {
        long end = channel.size();
        String written = (endsWhole(channel, end) ? "" : "\n") + json.writeValueAsString(line) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(written.getBytes(StandardCharsets.UTF_8));
        for (long at = end; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }

    /** Through the channel that holds the lock: not everywhere may another one read what is locked. */
    private static byte[] all(FileChannel channel) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        for (int at = 0; all.hasRemaining(); at = all.position()) {
            if (channel.read(all, at) < 0) {
                throw new IOException("it became shorter");
            }
        }
        return all.array();
    }

    /** A line that was cut off by a crash promised nothing to anybody; it must not swallow the next. */
    private static boolean endsWhole(FileChannel channel, long end) throws IOException {
        if (end == 0) {
            return true;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == '\n';
    }

    /** Other instances add lines, too. */
    private void catchUp() {
        try {
            long size = Files.notExists(file) ? 0 : Files.size(file);
            if (size == read) {
                return;
            }
            // Asked first: a line that is added after that is in the file in any case.
            long once = mark.lines();
            boolean first = read <= 0;
            if (size == 0 && once == 0 && first) {
                read = 0;
                return;
            }
            take(Files.readAllBytes(file), once);
            if (first) {
                // One that was written before there was a mark.
                mark.reached(lines);
            }
        } catch (IOException e) {
            throw closed(e);
        }
    }

    /**
     * Its size is that of these bytes: what is added right after them is not read yet.
     *
     * @param once lines that were entered
     */
    private void take(byte[] bytes, long once) throws IOException {
        String all = new String(bytes, StandardCharsets.UTF_8);
        int whole = all.lastIndexOf('\n') + 1;
        List<String> here =
                all.substring(0, whole).lines().filter(line -> !line.isBlank()).toList();
        if (here.size() < once) {
            throw new IOException(file + " has " + here.size() + " lines of " + once);
        }
        reports.clear();
        intents.clear();
        here.forEach(this::take);
        lines = here.size();
        read = bytes.length;
    }

    private void take(String text) {
        try {
            Line line = json.readValue(text, Line.class);
            reports.merge(line.report(), Kept.after(Kept.FREE, line), (before, fresh) -> Kept.after(before, line));
            intents.add(line.intent());
        } catch (JacksonException torn) {
            LOG.warn("{} has a line that was never finished", file);
        }
    }

    private static ComeBackLater closed(IOException cause) {
        LOG.error("the register of erasures cannot be used, so the vault is closed: {}", cause.toString());
        return ComeBackLater.unavailable("vault.unavailable", LATER);
    }
}
