package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianzhi.investigation.casepage.CaseView.AnswerView;
import org.lianzhi.investigation.domain.Inspection;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.InspectionProposed;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;

record InspectionView(
        String id,
        String digest,
        Side side,
        Instant startsAt,
        Place meetingPoint,
        String purpose,
        Instant proposedAt,
        Map<String, AnswerView> answers,
        Map<String, RecordingView> recordings) {

    record RecordingView(
            Instant startedAt,
            Instant endedAt,
            Place place,
            Capacity capacity,
            List<Inspector> inspectors,
            String weather,
            String notes,
            List<Photo> photos,
            Instant at) {}

    static List<InspectionView> allOf(JointCase joint) {
        return Inspection.allOf(joint).stream().map(InspectionView::of).toList();
    }

    private static InspectionView of(Inspection inspection) {
        InspectionProposed proposed = inspection.proposal().event();
        Map<String, AnswerView> answers = new TreeMap<>();
        inspection
                .accepted()
                .ifPresent(answer -> answers.put(answer.side().code(), new AnswerView("accepted", null, answer.at())));
        inspection
                .declined()
                .ifPresent(answer -> answers.put(
                        answer.side().code(),
                        new AnswerView("declined", answer.event().reasons(), answer.at())));
        Map<String, RecordingView> recordings = new TreeMap<>();
        inspection.recordings().forEach((side, recorded) -> recordings.put(side.code(), recording(recorded)));
        return new InspectionView(
                inspection.id(),
                proposed.digest(),
                inspection.proposal().side(),
                proposed.startsAt(),
                proposed.meetingPoint(),
                proposed.purpose(),
                inspection.proposal().at(),
                answers,
                recordings);
    }

    private static RecordingView recording(Noted<InspectionRecorded> recorded) {
        InspectionRecorded event = recorded.event();
        return new RecordingView(
                event.startedAt(),
                event.endedAt(),
                event.place(),
                event.capacity(),
                event.inspectors(),
                event.weather(),
                event.notes(),
                event.photos(),
                recorded.at());
    }
}
