package org.lianzhi.portal.instruction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.View;

/**
 * The instructions of a case.
 *
 * @param back the page before
 * @param give where another one is given; absent for whoever gives none
 * @param grading of the matter; absent for whom it does not concern
 * @param office that handles the case; likewise
 */
public record InstructionPage(
        Head head,
        String back,
        @Nullable String give,
        @Nullable Decided grading,
        @Nullable Decided office,
        List<Line> lines) {

    /**
     * Something that a supervisor decided about the case as a whole.
     *
     * @param words what holds now, in the reader's language
     * @param open whether it is still to be decided
     * @param change where it is decided; absent for whoever does not
     * @param history the newest first
     */
    public record Decided(
            String words, boolean open, @Nullable String change, List<Decision> history) {}

    /** @param words what was decided */
    public record Decision(String words, Instant at, String reason, String legalBasis) {}

    /**
     * What names the case.
     *
     * @param href of its instructions
     */
    public record Head(String href, String number, String title, boolean synthetic) {}

    /**
     * An instruction.
     *
     * @param matter of which case; the same for all on the page of one
     * @param acts what the reader can do about it
     */
    public record Line(
            String id,
            Head matter,
            String office,
            String giver,
            String task,
            Instant givenAt,
            Instant dueAt,
            Tag stage,
            boolean overdue,
            long reminders,
            List<Step> steps,
            List<Act> acts) {}

    /** @param key message key of what was done */
    public record Step(
            String key,
            Instant at,
            @Nullable String words,
            @Nullable Instant dueAt) {}

    /** @param key message key of what can be done */
    public record Act(String key, String href) {}

    /** Over all cases. */
    public record All(List<View> views, List<Line> lines, Pages pages) {}

    /**
     * One thing that can be done about an instruction.
     *
     * @param key of the words of the page
     * @param extended whether a new time is asked for
     */
    public record Doing(String key, String href, Line line, boolean extended) {}
}
