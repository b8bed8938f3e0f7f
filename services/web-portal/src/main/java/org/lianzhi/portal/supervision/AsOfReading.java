package org.lianzhi.portal.supervision;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** What each side knew, row by row. */
@Component
class AsOfReading {

    private final Words words;
    private final TimelineReading steps;

    AsOfReading(Words words, TimelineReading steps) {
        this.words = words;
        this.steps = steps;
    }

    /** A day and time as the form writes it (local), or an instant as links do. */
    Optional<Instant> moment(String written) {
        try {
            return Optional.of(
                    written.endsWith("Z") ? Instant.parse(written) : words.instant(LocalDateTime.parse(written)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    AsOfPage page(AsOfView view, boolean unread) {
        List<AsOfPage.Row> rows = new ArrayList<>();
        rows.add(row("asof.state", null, view, known -> state(known.state())));
        view.then()
                .forEach(record -> rows.add(row(
                        "asof.record",
                        record.side(),
                        view,
                        known -> words.say("asof.commits", known.versions().getOrDefault(record.side(), 0L)))));
        rows.add(row("asof.unanswered", null, view, this::unanswered));
        view.lines().stream().map(fact -> fact(view, fact)).forEach(rows::add);
        return new AsOfPage(
                CasePaths.of(view.id()),
                words.caseNumber(view.id()),
                words.title(view.summary().category(), null),
                view.summary().isSynthetic(),
                view.at(),
                words.local(view.at()).truncatedTo(ChronoUnit.MINUTES).toString(),
                unread,
                view.then().stream()
                        .flatMap(known -> Stream.ofNullable(known.side()))
                        .toList(),
                steps.unreadable(view.missing()),
                rows,
                rows.stream().filter(AsOfPage.Row::differs).count());
    }

    private AsOfPage.Row row(String key, @Nullable String side, AsOfView view, Function<AsOfView.Known, String> said) {
        String today = said.apply(view.today());
        return new AsOfPage.Row(
                words.say(key),
                side,
                view.then().stream()
                        .map(known -> cell(said.apply(known), today))
                        .toList(),
                today);
    }

    private AsOfPage.Row fact(AsOfView view, AsOfView.Fact fact) {
        String today = code(fact.kind(), fact.today());
        return new AsOfPage.Row(
                words.sayOr("asof.kind." + fact.kind(), fact.kind(), fact.number()),
                fact.side(),
                view.then().stream()
                        .map(known -> cell(code(fact.kind(), fact.then().get(known.side())), today))
                        .toList(),
                today);
    }

    private static AsOfPage.Cell cell(String then, String today) {
        return new AsOfPage.Cell(then, !then.equals(today));
    }

    private String code(String kind, @Nullable String code) {
        if (kind.equals("paper") && code != null) {
            return words.paper(code);
        }
        return code == null ? words.say("asof.unknown") : words.sayOr("asof.code." + kind + "." + code, code);
    }

    private String state(@Nullable String state) {
        return state == null ? words.say("asof.unknown") : words.sayOr("state.case." + state, state);
    }

    private String unanswered(AsOfView.Known known) {
        return known.unanswered().isEmpty()
                ? words.say("asof.nothing")
                : known.unanswered().stream()
                        .map(owed -> words.say(
                                "asof.owes",
                                words.side(owed.side()),
                                words.sayOr("timeline.owes." + owed.act(), owed.act())))
                        .collect(Collectors.joining("\n"));
    }
}
