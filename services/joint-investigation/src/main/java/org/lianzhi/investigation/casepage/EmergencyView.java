package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Letter;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.model.CaseEvent.EmergencyMeasureTaken;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;

/** What was done at once, and who else was written to. */
record EmergencyView(List<TakenView> measures, List<LetterView> letters) {

    static final EmergencyView NOTHING = new EmergencyView(List.of(), List.of());

    record TakenView(
            String id,
            Side side,
            String kind,
            Place place,
            Instant takenAt,
            String account,
            List<Photo> photos,
            Instant at) {}

    record LetterView(
            String id,
            Side side,
            String addressee,
            String number,
            String text,
            Instant at,
            Instant dueAt,
            @Nullable ReplyView reply) {}

    record ReplyView(LocalDate answeredOn, String account, Instant at) {}

    static EmergencyView of(JointCase joint) {
        return new EmergencyView(
                joint.parties().stream()
                        .flatMap(party -> joint.recordOf(party).all(EmergencyMeasureTaken.class))
                        .map(EmergencyView::taken)
                        .toList(),
                Letter.allOf(joint).stream().map(EmergencyView::letter).toList());
    }

    private static TakenView taken(Noted<EmergencyMeasureTaken> taken) {
        EmergencyMeasureTaken event = taken.event();
        return new TakenView(
                event.measure(),
                taken.side(),
                event.kind(),
                event.place(),
                event.takenAt(),
                event.account(),
                event.photos(),
                taken.at());
    }

    private static LetterView letter(Letter letter) {
        var event = letter.sent().event();
        return new LetterView(
                letter.id(),
                letter.sent().side(),
                event.addressee(),
                event.number(),
                event.text(),
                letter.sent().at(),
                event.dueAt(),
                letter.reply()
                        .map(reply -> new ReplyView(
                                reply.event().answeredOn(), reply.event().account(), reply.at()))
                        .orElse(null));
    }
}
