package org.lianzhi.intake.keeping;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether what a reporter said is still there, and whether it may go. */
public sealed interface Kept {

    /** It is there, and nothing keeps it from being erased. */
    record Free() implements Kept {}

    /**
     * The law needs it: it may not be erased before somebody ends that.
     *
     * @param by who said so, in written form
     * @param reviewOn when it is to be asked again whether the law still needs it; it holds beyond that day
     */
    record Held(String reason, String by, Instant at, LocalDate reviewOn) implements Kept {}

    /**
     * Its data key was destroyed.
     *
     * @param by who did, in written form
     */
    record Erased(String reason, String by, Instant at) implements Kept {}

    Kept FREE = new Free();

    /** What a line of the register makes of it. What is erased stays so. */
    static Kept after(Kept before, Line line) {
        if (before instanceof Erased) {
            return before;
        }
        return switch (line.kind()) {
            case HELD -> new Held(line.reason(), line.by(), line.at(), reviewOn(line));
            case RELEASED -> FREE;
            case ERASED -> new Erased(line.reason(), line.by(), line.at());
        };
    }

    private static LocalDate reviewOn(Line line) {
        return line.reviewOn() == null ? LocalDate.MAX : line.reviewOn();
    }

    /** What can be entered. */
    enum Kind {
        HELD,
        RELEASED,
        ERASED
    }

    /**
     * A line of the register. It says nothing of the report but its id.
     *
     * @param report as a stream
     * @param intent of the command, so that a repetition adds nothing
     * @param by in written form
     */
    record Line(
            Kind kind,
            String report,
            String intent,
            String by,
            Instant at,
            String reason,
            @Nullable LocalDate reviewOn) {}
}
