package org.lianzhi.portal.instruction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.instruction.InstructionPage.Act;
import org.lianzhi.portal.instruction.InstructionPage.Decided;
import org.lianzhi.portal.instruction.InstructionPage.Decision;
import org.lianzhi.portal.instruction.InstructionPage.Head;
import org.lianzhi.portal.instruction.InstructionPage.Line;
import org.lianzhi.portal.instruction.SupervisionView.Given;
import org.lianzhi.portal.territory.Offices;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Instructions as their pages show them. */
@Component
public final class InstructionReading {

    static final String ALL = "/supervision/instructions";
    static final int PER_PAGE = 20;
    private static final List<String> VIEWS = List.of("open", "overdue", "reported", "over");

    private final Words words;

    InstructionReading(Words words) {
        this.words = words;
    }

    /** Where the instructions of a case are for its supervisors. */
    public static String ofCase(String caseId) {
        return "/supervision/cases/" + caseId + "/instructions";
    }

    /** Where an office finds what it was asked. */
    public static String ofOffice(String caseId) {
        return "/staff/supervision/" + caseId;
    }

    InstructionPage forSupervisor(SupervisionView view) {
        Head head = head(view, ofCase(view.caseId()));
        return new InstructionPage(
                head,
                "/supervision/cases/" + view.caseId(),
                head.href() + "/new",
                grading(view, "/supervision/cases/" + view.caseId() + "/grading"),
                office(view, "/supervision/cases/" + view.caseId() + "/designation"),
                view.instructions().stream()
                        .map(given -> line(head, given, supervisorActs(head, given)))
                        .toList());
    }

    InstructionPage forOffice(SupervisionView view) {
        Head head = head(view, ofOffice(view.caseId()));
        return new InstructionPage(
                head,
                "/staff/worklist",
                null,
                view.allGradings().isEmpty() ? null : grading(view, null),
                view.allDesignations().isEmpty() ? null : office(view, null),
                view.instructions().stream()
                        .map(given -> line(head, given, officeActs(head, given)))
                        .toList());
    }

    /** That a matter crosses a border grades nothing: until somebody has, the page says that somebody must. */
    private Decided grading(SupervisionView view, @Nullable String change) {
        List<Decision> history = view.allGradings().stream()
                .map(each -> new Decision(
                        words.sayOr("grading.grade." + each.grade(), each.grade()),
                        each.at(),
                        each.reason(),
                        each.legalBasis()))
                .toList();
        String now = history.isEmpty()
                ? words.say("grading.needed")
                : history.getFirst().words();
        return new Decided(now, history.isEmpty(), change, history);
    }

    private Decided office(SupervisionView view, @Nullable String change) {
        return new Decided(
                words.office(view.bureau()),
                false,
                change,
                view.allDesignations().stream()
                        .map(each -> new Decision(
                                words.say(
                                        "designation.instead",
                                        words.office(each.office()),
                                        words.office(each.instead())),
                                each.at(),
                                each.reason(),
                                each.legalBasis()))
                        .toList());
    }

    /** Those of one case that the own office owes an answer to. */
    public List<Line> banners(String caseId, List<Given> open) {
        Head head = new Head(ofOffice(caseId), words.caseNumber(caseId), "", false);
        return open.stream()
                .map(given -> line(head, given, officeActs(head, given)))
                .toList();
    }

    InstructionPage.All all(SupervisionView.Listed listed, String current, int page) {
        Paging paging = Paging.of(page, PER_PAGE, listed.total());
        return new InstructionPage.All(
                VIEWS.stream()
                        .map(view -> new View(
                                "instruction.view." + view,
                                ALL + "?view=" + view,
                                listed.counts().getOrDefault(view, 0L),
                                view.equals(current)))
                        .toList(),
                listed.items().stream().map(this::line).toList(),
                paging.pages(ALL + "?view=" + current));
    }

    static String known(String view) {
        return VIEWS.contains(view) ? view : VIEWS.getFirst();
    }

    private Line line(SupervisionView.Item item) {
        Head head = new Head(
                ofCase(item.caseId()),
                words.caseNumber(item.caseId()),
                words.title(item.category(), item.affectedWater()),
                Boolean.TRUE.equals(item.synthetic()));
        return line(head, item.instruction(), List.of());
    }

    Head head(SupervisionView view, String href) {
        return new Head(
                href,
                words.caseNumber(view.caseId()),
                title(view.category(), view.affectedWater()),
                Boolean.TRUE.equals(view.synthetic()));
    }

    private String title(@Nullable String category, @Nullable Place water) {
        return words.title(category, water);
    }

    private Line line(Head head, Given given, List<Act> acts) {
        return new Line(
                given.id(),
                head,
                words.office(given.office()),
                words.office(given.giver()),
                given.task(),
                given.givenAt(),
                given.dueAt(),
                stage(given),
                given.overdue(),
                given.reminders(),
                given.steps().stream()
                        .map(step -> new InstructionPage.Step(
                                "instruction.step." + step.what() + (step.byClock() ? ".clock" : ""),
                                step.at(),
                                step.words(),
                                step.what().equals("extended") ? step.dueAt() : null))
                        .toList(),
                acts);
    }

    public static Tag stage(Given given) {
        return new Tag(
                "instruction.stage." + given.stage(),
                switch (given.stage()) {
                    case "running" -> given.overdue() ? Tone.WRONG : Tone.WAITING;
                    case "reported" -> Tone.ATTENTION;
                    case "closed" -> Tone.DONE;
                    default -> Tone.PLAIN;
                });
    }

    private static List<Act> supervisorActs(Head head, Given given) {
        List<Act> acts = new ArrayList<>();
        if (given.stage().equals("reported")) {
            acts.add(act(head, given, "close"));
        }
        if (!given.isOver()) {
            acts.add(act(head, given, "remind"));
            acts.add(act(head, given, "extend"));
            acts.add(act(head, given, "withdraw"));
        }
        return acts;
    }

    private static List<Act> officeActs(Head head, Given given) {
        return given.isOver()
                ? List.of()
                : List.of(new Act(
                        given.isRunning() ? "instruction.act.report" : "instruction.act.report.again",
                        head.href() + "/" + given.id()));
    }

    private static Act act(Head head, Given given, String act) {
        return new Act("instruction.act." + act, head.href() + "/" + given.id() + "/" + act);
    }

    InstructionPage.Doing doing(SupervisionView view, Given given, String act) {
        Head head = head(view, act.equals("report") ? ofOffice(view.caseId()) : ofCase(view.caseId()));
        String href = head.href() + "/" + given.id() + (act.equals("report") ? "" : "/" + act);
        String key = act.equals("remind") && given.stage().equals("reported") ? "return" : act;
        return new InstructionPage.Doing(
                "instruction." + key, href, line(head, given, List.of()), act.equals("extend"));
    }

    /** Offices under their cities; the department last, under the province. */
    List<Offices.Group> offices(SupervisionView view) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        for (String office : view.whomToAsk()) {
            String county = office.substring(0, Math.min(6, office.length()));
            String group = words.territory()
                    .county(county)
                    .map(found -> words.name(found.city().name()))
                    .orElseGet(() -> words.say("instruction.offices.above"));
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(Choice.named(office, words.office(office)));
        }
        return groups.entrySet().stream()
                .map(group -> new Offices.Group(group.getKey(), group.getValue()))
                .toList();
    }
}
