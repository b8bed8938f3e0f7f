package org.lianzhi.portal.worklist;

import org.lianzhi.portal.cases.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class WorklistPages {

    private final WorklistReading reading;
    private final Notices notices;

    WorklistPages(WorklistReading reading, Notices notices) {
        this.reading = reading;
        this.notices = notices;
    }

    @GetMapping("/staff/worklist")
    String worklist(
            @RequestParam(defaultValue = "mine") String view,
            @RequestParam(defaultValue = "1") int page,
            Authentication signedIn,
            Model model) {
        Reader reader = Reader.of(signedIn);
        if (!reader.isOfficer()) {
            return "redirect:/staff/samples";
        }
        model.addAttribute("page", reading.page(Worklist.named(view), page, reader, notices.unread()));
        return "portal/worklist/worklist";
    }
}
