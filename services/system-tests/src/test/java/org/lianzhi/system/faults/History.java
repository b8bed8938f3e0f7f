package org.lianzhi.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the clients asked for and were told, written to a file outside the system before it is believed: {@code ok} must be
 * found once, {@code refused} never, {@code unknown} once or not at all.
 */
final class History implements AutoCloseable {

    private final FileChannel file;
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final Set<String> complaints = new LinkedHashSet<>();

    History(Path file) {
        try {
            this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    enum Outcome {
        UNKNOWN,
        OK,
        REFUSED
    }

    /**
     * One command.
     *
     * @param key idempotency key
     * @param report that is released; empty where one is filed
     * @param answer what was answered: number and code of a filed report
     */
    record Attempt(String key, String report, String body, Outcome outcome, String answer) {

        boolean isFiling() {
            return report.isEmpty();
        }

        Attempt told(Outcome told, String words) {
            return new Attempt(key, report, body, told, words);
        }

        /** Number of the filed report. */
        String number() {
            return answer.substring(0, answer.indexOf(' '));
        }
    }

    synchronized Attempt attempt(String key, String report, String body) {
        Attempt attempt = new Attempt(key, report, body, Outcome.UNKNOWN, "");
        write("attempt " + key);
        attempts.put(key, attempt);
        return attempt;
    }

    /** What was accepted once stays accepted, whatever is answered to a repetition. */
    synchronized void told(Attempt attempt, Outcome outcome, String answer) {
        write(outcome + " " + attempt.key() + " " + answer);
        Attempt before = get(attempt.key());
        if (before.outcome() != Outcome.OK) {
            attempts.put(attempt.key(), attempt.told(outcome, answer));
        } else if (outcome != Outcome.UNKNOWN && !(outcome == Outcome.OK && answer.equals(before.answer()))) {
            complain("another answer to the same command: " + before + ", then " + outcome + " " + answer);
        }
    }

    /** Something was answered that must not be. */
    synchronized void complain(String words) {
        write("complaint " + words);
        complaints.add(words);
    }

    synchronized Set<String> complaints() {
        return Set.copyOf(complaints);
    }

    private void write(String line) {
        try {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized List<Attempt> with(Outcome outcome) {
        return attempts.values().stream()
                .filter(attempt -> attempt.outcome() == outcome)
                .toList();
    }

    synchronized List<Attempt> all() {
        return new ArrayList<>(attempts.values());
    }

    synchronized Attempt get(String key) {
        return Objects.requireNonNull(attempts.get(key));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
