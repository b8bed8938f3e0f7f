package org.lianzhi.portal.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianzhi.portal.cases.PaperActs;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Papers that were put to the own office, as its people read them. */
@Component
class PaperReading {

    static final int PER_PAGE = 20;
    private static final List<String> VIEWS = List.of("open", "done");

    private final PaperActs acts;
    private final Words words;

    PaperReading(PaperActs acts, Words words) {
        this.acts = acts;
        this.words = words;
    }

    static String known(String view) {
        return VIEWS.contains(view) ? view : VIEWS.getFirst();
    }

    PaperPage.All all(AskedPapers.Listed listed, String current, int page) {
        return new PaperPage.All(
                VIEWS.stream()
                        .map(view -> new View(
                                "asked.view." + view,
                                PaperPages.PATH + "?view=" + view,
                                listed.counts().getOrDefault(view, 0L),
                                view.equals(current)))
                        .toList(),
                listed.items().stream().map(this::line).toList(),
                Paging.of(page, PER_PAGE, listed.total()).pages(PaperPages.PATH + "?view=" + current));
    }

    private PaperPage.Line line(AskedPapers.Item item) {
        AskedPapers.Did last = item.last();
        return item.next() == null && last != null
                ? line(item, last.step(), done(last.back()), last.at())
                : line(item, Objects.requireNonNullElse(item.next(), ""), waiting(item.needsHead()), item.at());
    }

    private PaperPage.Line line(AskedPapers.Item item, String step, Tag state, Instant at) {
        return new PaperPage.Line(
                head(item), item.about(), words.office(item.asking()), acts.step(item.kind(), step), state, at);
    }

    private static Tag waiting(boolean needsHead) {
        return new Tag(needsHead ? "state.for-head" : "state.open", Tone.ATTENTION);
    }

    private static Tag done(boolean back) {
        return back ? new Tag("state.sent-back", Tone.ATTENTION) : new Tag("state.done", Tone.DONE);
    }

    private PaperPage.Head head(AskedPapers.Named paper) {
        return new PaperPage.Head(
                PaperPages.PATH + "/" + paper.caseId() + "/" + paper.id(),
                words.say("case.says.paper", words.paper(paper.kind()), paper.number()),
                words.say(
                        "asked.matter",
                        words.caseNumber(paper.caseId()),
                        words.title(paper.category(), paper.affectedWater())),
                paper.synthetic());
    }

    PaperPage one(AskedPapers.Paper paper, Reader reader) {
        PaperPage.Head head = head(paper);
        return new PaperPage(
                head,
                rows(paper),
                pages(head, paper),
                acts.shown(paper.kind(), paper.acts()),
                paper.asked().map(step -> acts.step(paper.kind(), step)).orElse(null),
                paper.asked()
                        .filter(step -> reader.isHead() || !paper.needsHead())
                        .map(step -> head.href() + "/decision")
                        .orElse(null));
    }

    private List<Row> rows(AskedPapers.Paper paper) {
        Stream<Row> issued = paper.issuedOn() == null
                ? Stream.empty()
                : Stream.of(Row.text("asked.issued", words.day(paper.issuedOn())));
        return Stream.concat(
                        Stream.of(
                                Row.text("case.paper.about", paper.about()),
                                Row.text("asked.asking", words.office(paper.asking())),
                                Row.text("case.paper.by", acts.who(paper.asking(), paper.by())),
                                Row.time("case.paper.at", paper.at()),
                                Row.text("asked.steps", steps(paper))),
                        issued)
                .toList();
    }

    private String steps(AskedPapers.Paper paper) {
        return paper.allSteps().stream()
                .map(step -> words.say(
                        step.done() ? "asked.step.done" : "asked.step.open", acts.step(paper.kind(), step.step())))
                .collect(Collectors.joining("\n"));
    }

    private static List<Photo> pages(PaperPage.Head head, AskedPapers.Paper paper) {
        List<Photo> pages = new ArrayList<>();
        paper.allPages()
                .forEach(page -> pages.add(new Photo(head.href() + "/pages/" + page.id(), pages.size() + 1, null)));
        return pages;
    }
}
