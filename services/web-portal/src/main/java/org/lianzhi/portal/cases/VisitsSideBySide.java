package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.portal.cases.CaseView.InspectionView;
import org.lianzhi.portal.cases.CaseView.Recording;
import org.lianzhi.portal.cases.CaseView.SampleView;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.Both.Cell;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Inspections, and the parts of each joint sample. */
@Component
public final class VisitsSideBySide {

    private final Words words;

    VisitsSideBySide(Words words) {
        this.words = words;
    }

    void addTo(List<Both> rows, CaseView view) {
        view.inspections()
                .forEach(visit -> rows.add(RecordsSideBySide.both("row.inspection", side -> visit(visit, side))));
        byNumber(view)
                .values()
                .forEach(parts -> rows.add(RecordsSideBySide.both("row.sample", side -> part(parts, side))));
    }

    static Map<String, List<SampleView>> byNumber(CaseView view) {
        Map<String, List<SampleView>> samples = new LinkedHashMap<>();
        view.samples()
                .forEach(sample -> samples.computeIfAbsent(sample.number(), any -> new ArrayList<>())
                        .add(sample));
        return samples;
    }

    private Cell visit(InspectionView visit, String side) {
        Recording recording = visit.recordings().get(side);
        CaseView.Answer answer = visit.answers().get(side);
        List<String> lines = new ArrayList<>();
        Instant at = null;
        Tag tag = null;
        if (visit.side().equals(side)) {
            lines.add(words.say("case.says.visit", words.moment(visit.startsAt()), words.place(visit.meetingPoint())));
            lines.add(words.say("case.says.purpose", visit.purpose()));
            at = visit.proposedAt();
            tag = RecordsSideBySide.PROPOSED;
        } else if (answer != null) {
            boolean accepted = answer.answer().equals("accepted");
            lines.add(words.say(accepted ? "case.says.accepted" : "case.says.refused"));
            if (answer.reasons() != null) {
                lines.add(answer.reasons());
            }
            at = answer.at();
            tag = accepted ? RecordsSideBySide.AGREED : RecordsSideBySide.DISSENT;
        }
        if (recording != null) {
            lines.addAll(said(recording));
            at = recording.at();
            tag = RecordsSideBySide.DONE;
        }
        return new Cell(lines, tag, at, at == null ? null : words.side(side), null);
    }

    /** What a side recorded of a visit. */
    public List<String> said(Recording recording) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "case.says.present",
                words.say(
                        recording.capacity() == CaseEvent.Capacity.ENFORCING
                                ? "case.capacity.enforcing"
                                : "case.capacity.attending"),
                recording.inspectors().size()));
        lines.add(words.say("case.says.from", words.moment(recording.startedAt()), words.moment(recording.endedAt())));
        lines.add(recording.notes());
        if (!recording.photos().isEmpty()) {
            lines.add(words.say("case.says.photos", recording.photos().size()));
        }
        return lines;
    }

    private Cell part(List<SampleView> parts, String side) {
        List<String> lines = new ArrayList<>();
        Tag tag = null;
        Instant at = null;
        for (SampleView part : parts) {
            if (part.side().equals(side)) {
                lines.addAll(said(part));
                tag = stage(part);
                at = part.takenAt();
            }
        }
        return new Cell(lines, tag, at, at == null ? null : words.side(side), null);
    }

    /** What a side registered of its part of a sample. */
    public List<String> said(SampleView part) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "case.says.sample",
                part.number(),
                words.sayOr("case.sample.part." + part.part(), part.part()),
                words.sayOr("case.sample.medium." + part.medium(), part.medium())));
        if (part.grab() != null) {
            lines.add(words.say(part.isGrab() ? "case.says.grab" : "case.says.composite"));
        }
        if (part.sent() != null) {
            lines.add(words.say(
                    "case.says.sent",
                    words.office(part.sent().laboratory()),
                    words.moment(part.sent().handedOverAt())));
        }
        if (part.received() != null) {
            lines.add(words.say(
                    Boolean.FALSE.equals(part.received().sealIntact())
                            ? "case.says.sealBroken"
                            : "case.says.sealIntact",
                    words.moment(part.received().receivedAt())));
        }
        return lines;
    }

    static Tag stage(SampleView part) {
        @Nullable Object reported = part.results();
        if (reported != null) {
            return new Tag("state.sample.reported", Tone.DONE);
        }
        return part.received() != null
                ? new Tag("state.sample.received", Tone.WAITING)
                : part.sent() != null
                        ? new Tag("state.sample.sent", Tone.WAITING)
                        : new Tag("state.sample.taken", Tone.ATTENTION);
    }
}
