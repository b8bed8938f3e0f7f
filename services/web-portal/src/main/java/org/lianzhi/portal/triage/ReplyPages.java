package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.triage.Sending.Decision;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the reporter reads on the status page, in the office's words; a template only begins it. */
@Controller
@RequestMapping("/staff/reports/{id}/reply")
@EnableConfigurationProperties(ReplyTemplates.class)
class ReplyPages {

    private final Reports reports;
    private final Sending sending;
    private final ReplyTemplates templates;

    ReplyPages(Reports reports, Sending sending, ReplyTemplates templates) {
        this.reports = reports;
        this.sending = sending;
        this.templates = templates;
    }

    @GetMapping
    String write(@PathVariable String id, Model model) {
        ReportView view = reports.record(id);
        model.addAttribute("form", new ReplyForm("", false, view.line().version(), Keys.fresh()));
        return page(id, model);
    }

    @PostMapping(params = "insert")
    String insert(
            @PathVariable String id,
            @ModelAttribute("form") ReplyForm form,
            @RequestParam(defaultValue = "") String template,
            Model model) {
        String typed = form.text() == null ? "" : form.text();
        model.addAttribute(
                "form",
                new ReplyForm(
                        templates.insertedInto(typed, template),
                        form.reviewable(),
                        form.seen(),
                        form.idempotencyKey()));
        return page(id, model);
    }

    @PostMapping(params = "!insert")
    String reply(
            @PathVariable String id,
            @Valid @ModelAttribute("form") ReplyForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, Object> body = Map.of("text", String.valueOf(form.text()), "reviewable", form.reviewable());
        String sent = sending.sent(
                new Decision(id, "reply", body, form.seen(), form.idempotencyKey(), "triage.done.replied"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? page(id, model) : sent;
    }

    private String page(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("templates", templates.choices());
        return "portal/triage/reply";
    }
}
