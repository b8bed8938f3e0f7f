package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.triage.Sending.Decision;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What officers write down about a report for their own office; it is no reply. */
@Controller
@RequestMapping("/staff/reports/{id}/note")
class NotePages {

    private final Sending sending;

    NotePages(Sending sending) {
        this.sending = sending;
    }

    @GetMapping
    String write(@PathVariable String id, Model model) {
        model.addAttribute("form", new NoteForm("", Keys.fresh()));
        return page(id, model);
    }

    @PostMapping
    String note(
            @PathVariable String id,
            @Valid @ModelAttribute("form") NoteForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body = Map.of("words", String.valueOf(form.words()));
        // Whatever happened to the report meanwhile, a note beside it is still true.
        String sent = sending.sent(
                new Decision(id, "note", body, null, form.idempotencyKey(), "note.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? page(id, model) : sent;
    }

    private static String page(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        return "portal/triage/note";
    }
}
