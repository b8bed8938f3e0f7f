package org.lianzhi.portal.cases;

import java.util.List;
import org.lianzhi.portal.cases.CaseView.EmergencyView;
import org.lianzhi.portal.cases.CaseView.Letter;
import org.lianzhi.portal.cases.CaseView.Taken;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.Both.Cell;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** What each side did at once and whom it wrote to, on top of the records. */
@Component
class EmergenciesSideBySide {

    private static final Tag REPLY_AWAITED = new Tag("state.reply-awaited", Tone.WAITING);

    private final Words words;

    EmergenciesSideBySide(Words words) {
        this.words = words;
    }

    void addTo(List<Both> rows, CaseView view) {
        EmergencyView emergency = view.emergency();
        if (emergency == null) {
            return;
        }
        emergency
                .measures()
                .forEach(taken -> rows.add(RecordsSideBySide.both("row.emergency", side -> taken(taken, side))));
        emergency
                .letters()
                .forEach(letter -> rows.add(RecordsSideBySide.both("row.letter", side -> letter(letter, side))));
    }

    private Cell taken(Taken taken, String side) {
        return taken.side().equals(side)
                ? RecordsSideBySide.said(
                                taken.at(),
                                words.side(side),
                                words.say("case.says.taken", words.moment(taken.takenAt()), words.place(taken.place())),
                                taken.account())
                        .tagged(new Tag("emergency." + taken.kind(), Tone.ATTENTION))
                : Cell.awaited(null);
    }

    private Cell letter(Letter letter, String side) {
        if (!letter.side().equals(side)) {
            return Cell.awaited(null);
        }
        CaseView.Reply reply = letter.reply();
        return RecordsSideBySide.said(
                        letter.at(),
                        words.side(side),
                        words.say(
                                "case.says.letter",
                                words.sayOr("letter.to." + letter.addressee(), letter.addressee()),
                                letter.number()),
                        letter.text(),
                        reply == null
                                ? words.say("case.says.reply-by", words.moment(letter.dueAt()))
                                : words.say("case.says.reply", words.day(reply.answeredOn()), reply.account()))
                .tagged(reply == null ? REPLY_AWAITED : RecordsSideBySide.DONE);
    }
}
