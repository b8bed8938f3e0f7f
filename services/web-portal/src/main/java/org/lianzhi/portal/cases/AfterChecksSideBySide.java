package org.lianzhi.portal.cases;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.portal.cases.CaseView.AfterCheck;
import org.lianzhi.portal.cases.CaseView.AfterCheckView;
import org.lianzhi.portal.cases.CaseView.OrderView;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.Both.Cell;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** What each side saw when it looked again after acceptance, and what is still to be looked at. */
@Component
public final class AfterChecksSideBySide {

    private final Words words;

    AfterChecksSideBySide(Words words) {
        this.words = words;
    }

    void addTo(List<Both> rows, CaseView view) {
        view.orders().stream()
                .flatMap(order -> Stream.ofNullable(order.afterCheck()))
                .flatMap(check -> Stream.ofNullable(check.rain()))
                .distinct()
                .forEach(rain -> rows.add(RecordsSideBySide.both("row.heavy-rain", side -> rain(rain, side))));
        view.orders().forEach(order -> addTo(rows, view, order));
    }

    private Cell rain(CaseView.Rain rain, String side) {
        return rain.side().equals(side)
                ? RecordsSideBySide.said(
                        rain.at(),
                        words.side(side),
                        words.say("case.says.rain", words.moment(rain.cameAt())),
                        rain.account())
                : Cell.awaited(null);
    }

    private void addTo(List<Both> rows, CaseView view, OrderView order) {
        AfterCheckView all = order.afterCheck();
        if (all == null) {
            return;
        }
        all.checks()
                .forEach(check ->
                        rows.add(RecordsSideBySide.both("row.after-check", side -> checked(order, check, side))));
        view.turns().stream()
                .filter(turn -> turn.act().equals("after-check"))
                .filter(turn -> turn.ref() != null && turn.ref().startsWith(order.id() + "/"))
                .forEach(turn -> rows.add(RecordsSideBySide.both(
                        "row.after-check." + occasion(turn.ref()), side -> awaited(all, turn, side))));
    }

    private static Cell awaited(AfterCheckView all, CaseView.TurnView turn, String side) {
        if (!turn.side().equals(side)) {
            return Cell.awaited(null);
        }
        Cell awaited = Cell.awaited(turn.dueAt());
        return all.missed().contains(occasion(turn.ref()))
                ? awaited.tagged(new Tag("state.missed", Tone.WRONG))
                : awaited;
    }

    private Cell checked(OrderView order, AfterCheck check, String side) {
        if (!check.side().equals(side)) {
            return Cell.awaited(null);
        }
        Tag found = check.shams().isEmpty() ? new Tag("state.holds", Tone.DONE) : new Tag("state.sham", Tone.WRONG);
        return new Cell(said(order, check), found, check.at(), words.side(side), null);
    }

    /** What a side saw when it looked again. */
    public List<String> said(OrderView order, AfterCheck check) {
        String shams = order.measures().stream()
                .filter(measure -> check.shams().contains(measure.id()))
                .map(CaseView.MeasureView::description)
                .reduce("", (before, next) -> before.isEmpty() ? next : before + " · " + next);
        return Stream.of(
                        words.say("case.says.checked", words.moment(check.checkedAt())),
                        words.say(
                                "case.says.present",
                                words.say(
                                        check.capacity() == Capacity.ENFORCING
                                                ? "case.capacity.enforcing"
                                                : "case.capacity.attending"),
                                check.inspectors()),
                        shams,
                        check.account(),
                        check.photos().isEmpty()
                                ? ""
                                : words.say("case.says.photos", check.photos().size()))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** By date, or after the rain: the last part of a turn's subject. */
    static String occasion(@Nullable String ref) {
        return ref == null ? "" : ref.substring(ref.lastIndexOf('/') + 1);
    }
}
