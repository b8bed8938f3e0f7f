package org.lianzhi.portal.instruction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;

/** The own side's supervision of a case, as joint-investigation tells it. */
public record SupervisionView(
        String caseId,
        @Nullable String category,
        @Nullable Place affectedWater,
        @Nullable Boolean synthetic,
        @Nullable String bureau,
        @Nullable List<String> offices,
        List<Given> instructions,
        @Nullable List<Grading> gradings,
        @Nullable List<Designation> designations) {

    /** The newest first. */
    public List<Grading> allGradings() {
        return Objects.requireNonNullElse(gradings, List.of());
    }

    /** The newest first. */
    public List<Designation> allDesignations() {
        return Objects.requireNonNullElse(designations, List.of());
    }

    /** How somebody graded the matter. */
    public record Grading(String grade, String reason, String legalBasis, Instant at) {}

    /** An office that was made to handle the case. */
    public record Designation(String office, String instead, String reason, String legalBasis, Instant at) {}

    public List<String> whomToAsk() {
        return Objects.requireNonNullElse(offices, List.of());
    }

    /** An instruction. */
    public record Given(
            String id,
            String office,
            String giver,
            String task,
            Instant givenAt,
            Instant dueAt,
            String stage,
            boolean overdue,
            long reminders,
            List<Step> steps) {

        public boolean isOver() {
            return stage.equals("closed") || stage.equals("withdrawn");
        }

        public boolean isRunning() {
            return stage.equals("running");
        }
    }

    /** What was done about it. */
    public record Step(
            String what,
            Instant at,
            @Nullable String words,
            @Nullable Instant dueAt,
            boolean byClock) {}

    /** A part of the list over all cases. */
    public record Listed(List<Item> items, long total, Map<String, Long> counts) {}

    /** One of them, and of which case it is. */
    public record Item(
            String caseId,
            @Nullable String category,
            @Nullable Place affectedWater,
            @Nullable Boolean synthetic,
            Given instruction) {}
}
