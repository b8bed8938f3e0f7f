package org.lianzhi.portal.inspector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Csv;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Accesses and looks in words. */
@Component
class InspectorReading {

    static final String PATH = "/supervision/inspectors";
    static final int PER_PAGE = 20;

    private final Words words;

    InspectorReading(Words words) {
        this.words = words;
    }

    AccessLinePage forSupervisor(AccessView.Items items, int page) {
        return new AccessLinePage(
                items.items().stream().map(this::supervised).toList(),
                Paging.of(page, PER_PAGE, items.total()).pages(PATH),
                null);
    }

    AccessLinePage forInspector(AccessView.Items items, String mine) {
        return new AccessLinePage(
                items.items().stream()
                        .map(item -> line(item, "/inspector/" + item.side() + "/" + item.id(), null))
                        .toList(),
                Paging.of(1, PER_PAGE, 0).pages("/inspector"),
                mine);
    }

    AccessLinePage.Line supervised(AccessView.Item item) {
        String href = PATH + "/" + item.id();
        return line(item, href, item.isOver() ? null : href + "/end");
    }

    private AccessLinePage.Line line(AccessView.Item item, String href, @Nullable String end) {
        return new AccessLinePage.Line(
                item.side(),
                item.inspector(),
                item.authority(),
                item.reason(),
                scope(item),
                item.from(),
                item.until(),
                state(item.state()),
                item.endReason(),
                item.looks(),
                href,
                end);
    }

    private List<String> scope(AccessView.Item item) {
        if (item.agreement() == null || item.openedFrom() == null || item.openedTo() == null) {
            return item.cases().stream().map(words::caseNumber).toList();
        }
        return List.of(
                agreement(item.agreement()),
                words.say("inspector.opened", words.day(item.openedFrom()), words.day(item.openedTo())));
    }

    String agreement(String id) {
        return words.territory()
                .agreement(id)
                .map(known -> words.name(known.name()))
                .orElse(id);
    }

    private static Tag state(String state) {
        return new Tag(
                "inspector.state." + state,
                switch (state) {
                    case "running" -> Tone.DONE;
                    case "ahead" -> Tone.WAITING;
                    default -> Tone.PLAIN;
                });
    }

    LooksPage looks(AccessView.Item item, AccessView.Looks looks, int page) {
        String href = PATH + "/" + item.id();
        return new LooksPage(
                supervised(item),
                looks.items().stream()
                        .map(look -> new LooksPage.Look(
                                look.at(),
                                look.subject() == null ? null : words.caseNumber(look.subject()),
                                look.subject() == null ? null : "/supervision/cases/" + look.subject(),
                                "inspector.part." + look.part()))
                        .toList(),
                looks.total(),
                Paging.of(page, PER_PAGE, looks.total()).pages(href),
                href + "/looks.csv");
    }

    String csv(AccessView.Item item, List<AccessView.Look> looks) {
        List<String> header = List.of("at", "who", "authority", "case", "part").stream()
                .map(column -> words.say("inspector.column." + column))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        looks.forEach(look -> rows.add(List.of(
                look.at().toString(),
                item.inspector(),
                item.authority(),
                look.subject() == null ? "" : words.caseNumber(look.subject()),
                words.sayOr("inspector.part." + look.part(), look.part()))));
        return Csv.of(header, rows);
    }

    Banner banner(AccessView.Item item) {
        return new Banner(item.side(), item.until(), "/inspector/" + item.side() + "/" + item.id());
    }
}
