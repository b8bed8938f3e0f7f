package org.lianzhi.portal.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.instruction.InstructionReading;
import org.lianzhi.portal.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The office's inbox. A notice is read by opening what it is about. */
@Controller
class InboxPages {

    private static final int PER_PAGE = 20;
    private static final Pattern SUBJECT = Pattern.compile(
            "/staff/(cases|reports|supervision)/[0-9a-z]{1,40}|/supervision(/cases/[0-9a-z]{1,40}(/instructions)?)?");
    private static final String STAFF = "/staff/inbox";
    private static final String SUPERVISOR = "/supervision/inbox";

    private final Notices notices;
    private final Words words;

    InboxPages(Notices notices, Words words) {
        this.notices = notices;
        this.words = words;
    }

    @GetMapping({STAFF, SUPERVISOR})
    String inbox(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        String href = request.getRequestURI();
        boolean supervises = href.equals(SUPERVISOR);
        Notices.Told told = notices.page(Math.max(1, page) - 1, PER_PAGE);
        Paging paging = Paging.of(page, PER_PAGE, told.total());
        model.addAttribute(
                "page",
                new InboxPage(
                        href,
                        told.items().stream()
                                .map(line -> notice(line, supervises))
                                .toList(),
                        paging.pages(href),
                        told.unread()));
        return "portal/worklist/inbox";
    }

    private InboxPage.Notice notice(Notices.Line line, boolean supervises) {
        boolean report = line.subjectKind().equals("report");
        String key = "notice." + line.kind();
        return new InboxPage.Notice(
                line.id(),
                supervises ? ofSupervisor(line) : href(line),
                words.sayOr(key, "").isEmpty() ? "notice.other" : key,
                report ? words.reportNumber(line.subject()) : words.caseNumber(line.subject()),
                line.at(),
                !line.read(),
                line.dueAt());
    }

    /** A supervisor opens no report: how many wait for a decision the board says. */
    private static String ofSupervisor(Notices.Line line) {
        return switch (line.subjectKind()) {
            case "report" -> "/supervision";
            case "supervision" -> InstructionReading.ofCase(line.subject());
            default -> "/supervision/cases/" + line.subject();
        };
    }

    private static String href(Notices.Line line) {
        return switch (line.subjectKind()) {
            case "report" -> "/staff/reports/" + line.subject();
            case "supervision" -> InstructionReading.ofOffice(line.subject());
            default -> "/staff/cases/" + line.subject();
        };
    }

    @PostMapping({STAFF + "/{id}", SUPERVISOR + "/{id}"})
    String open(@PathVariable String id, @RequestParam String about) {
        if (!SUBJECT.matcher(about).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        notices.read(id);
        return "redirect:" + about;
    }
}
