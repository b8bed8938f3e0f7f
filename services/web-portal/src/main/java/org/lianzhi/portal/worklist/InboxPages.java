package org.lianzhi.portal.worklist;

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
    private static final Pattern SUBJECT = Pattern.compile("/staff/(cases|reports|supervision)/[0-9a-z]{1,40}");

    private final Notices notices;
    private final Words words;

    InboxPages(Notices notices, Words words) {
        this.notices = notices;
        this.words = words;
    }

    @GetMapping("/staff/inbox")
    String inbox(@RequestParam(defaultValue = "1") int page, Model model) {
        Notices.Told told = notices.page(Math.max(1, page) - 1, PER_PAGE);
        Paging paging = Paging.of(page, PER_PAGE, told.total());
        model.addAttribute(
                "page",
                new InboxPage(
                        told.items().stream().map(this::notice).toList(), paging.pages("/staff/inbox"), told.unread()));
        return "portal/worklist/inbox";
    }

    private InboxPage.Notice notice(Notices.Line line) {
        boolean report = line.subjectKind().equals("report");
        String key = "notice." + line.kind();
        return new InboxPage.Notice(
                line.id(),
                href(line),
                words.sayOr(key, "").isEmpty() ? "notice.other" : key,
                report ? words.reportNumber(line.subject()) : words.caseNumber(line.subject()),
                line.at(),
                !line.read(),
                line.dueAt());
    }

    private static String href(Notices.Line line) {
        return switch (line.subjectKind()) {
            case "report" -> "/staff/reports/" + line.subject();
            case "supervision" -> InstructionReading.ofOffice(line.subject());
            default -> "/staff/cases/" + line.subject();
        };
    }

    @PostMapping("/staff/inbox/{id}")
    String open(@PathVariable String id, @RequestParam String about) {
        if (!SUBJECT.matcher(about).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        notices.read(id);
        return "redirect:" + about;
    }
}
