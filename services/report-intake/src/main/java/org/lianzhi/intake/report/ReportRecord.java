package org.lianzhi.intake.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianzhi.intake.domain.Report;
import org.lianzhi.intake.domain.ReportRules;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.model.Actor;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.CodeRenewed;
import org.lianzhi.model.ReportEvent.InformationAdded;
import org.lianzhi.model.ReportEvent.PlaceCorrected;
import org.lianzhi.model.ReportEvent.ReportFollowed;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.EventJson;

/** A report and how it came to be so. */
public record ReportRecord(StreamId stream, long version, Report.Filed report, List<Step> steps) {

    /** @throws NotForYou for a stream without a filed report */
    static ReportRecord of(EventStream stream) {
        List<Step> steps = stream.commits().stream()
                .flatMap(commit -> steps(commit).stream())
                .toList();
        if (fold(steps) instanceof Report.Filed filed) {
            return new ReportRecord(stream.id(), stream.version(), filed, steps);
        }
        throw new NotForYou();
    }

    static Report fold(EventStream stream) {
        return fold(stream.commits().stream()
                .flatMap(commit -> steps(commit).stream())
                .toList());
    }

    private static Report fold(List<Step> steps) {
        Report report = Report.NONE;
        for (Step step : steps) {
            report = ReportRules.evolve(report, step.event());
        }
        return report;
    }

    private static List<Step> steps(Commit commit) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < commit.events().size(); i++) {
            String eventId = commit.eventId(i);
            var data = commit.events().get(i);
            EventJson.read(data.type(), data.json())
                    .filter(ReportEvent.class::isInstance)
                    .map(ReportEvent.class::cast)
                    .ifPresent(event -> steps.add(new Step(
                            event, commit.appendedAt(), Actor.parse(commit.actor()), commit.commitId(), eventId)));
        }
        return steps;
    }

    /** As it was at a time. */
    Report reportAt(Instant time) {
        return fold(steps.stream().filter(step -> !step.at().isAfter(time)).toList());
    }

    /** The last step of a kind. */
    public Optional<Step> last(Class<? extends ReportEvent> kind) {
        return steps.stream().filter(step -> kind.isInstance(step.event())).reduce((first, second) -> second);
    }

    /** The event of that last step. */
    public <E extends ReportEvent> Optional<E> lastEvent(Class<E> kind) {
        return last(kind).map(Step::event).map(kind::cast);
    }

    /** Ids of the commits by which a pin was moved, the earliest first. */
    public List<String> moves() {
        return steps.stream()
                .filter(step -> step.event() instanceof PlaceCorrected)
                .map(Step::commit)
                .toList();
    }

    /** Ids of the commits by which the reporter added something. */
    public List<String> additions() {
        return steps.stream()
                .filter(step -> step.event() instanceof InformationAdded)
                .map(Step::commit)
                .toList();
    }

    /** Who follows it, beside the reporter. */
    public List<Step> followers() {
        return steps.stream()
                .filter(step -> step.event() instanceof ReportFollowed)
                .toList();
    }

    /** Id of the commit whose code opens the report for its reporter; earlier ones open nothing any more. */
    public String codeCommit() {
        return last(CodeRenewed.class).orElse(steps.getFirst()).commit();
    }

    /**
     * When the reporter is to know whether it is accepted.
     *
     * @param rule id of the deadline in the agreement's data
     */
    public record Promise(Instant by, String rule) {}

    /** The last one: whatever is taken up again is promised anew. */
    public Promise promise() {
        return lastEvent(ReportTakenUp.class)
                .map(again -> new Promise(again.decideBy(), again.rule()))
                .orElseGet(() ->
                        new Promise(report.filed().triageBy(), report.filed().triageRule()));
    }

    /** Whether an act stands in it already. */
    public boolean has(String commit) {
        return steps.stream().anyMatch(step -> step.commit().equals(commit));
    }

    /** Whether somebody did any of it. */
    public boolean isBy(Actor actor) {
        return steps.stream().anyMatch(step -> step.actor().equals(actor));
    }

    /** Id of the joint case that it led to. */
    public Optional<String> caseId() {
        return last(AcceptedAsCrossBorder.class).map(step -> SortableIds.derive(step.at(), step.eventId()));
    }
}
