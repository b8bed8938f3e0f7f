package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.triage.ReportView.SeenPlace;
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

/** Moves the pin of a place: on the map, with the keyboard, or by numbers. */
@Controller
@RequestMapping("/staff/reports/{id}/pin/{kind:water|outlet|facility|source}")
class PinPages {

    private final Reports reports;
    private final ReportReading reading;
    private final Sending sending;

    PinPages(Reports reports, ReportReading reading, Sending sending) {
        this.reports = reports;
        this.reading = reading;
        this.sending = sending;
    }

    @GetMapping
    String ask(@PathVariable String id, @PathVariable String kind, Model model, Locale locale) {
        ReportView view = reports.look(id);
        SeenPlace place = view.place(kind);
        if (place == null) {
            return "redirect:/staff/reports/{id}";
        }
        model.addAttribute(
                "form",
                new PinForm(
                        place.lat(),
                        place.lon(),
                        "WGS-84",
                        place.accuracyM(),
                        "",
                        null,
                        view.line().version(),
                        Keys.fresh()));
        return page(view, kind, model, locale);
    }

    @PostMapping
    String move(
            @PathVariable String id,
            @PathVariable String kind,
            @Valid @ModelAttribute("form") PinForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, Object> pin = new HashMap<>();
        pin.put("kind", kind);
        pin.put("latitude", form.placeLat());
        pin.put("longitude", form.placeLon());
        pin.put("accuracyM", form.placeAccuracy());
        pin.put("datum", form.placeDatum());
        pin.put("reason", form.reason());
        pin.put("sideConfirmed", form.sideConfirmed());
        String sent = sending.sent(
                new Decision(id, "place", pin, form.seen(), form.idempotencyKey(), "pin.done"),
                found,
                response,
                model,
                locale,
                next);
        if (sent != null) {
            return sent;
        }
        // Asked once, it stays on the page, whatever else is wrong.
        model.addAttribute("sideOpen", form.sideConfirmed() != null || found.hasFieldErrors("sideConfirmed"));
        return page(reports.look(id), kind, model, locale);
    }

    private String page(ReportView view, String kind, Model model, Locale locale) {
        model.addAttribute("href", Reports.href(view.line().id()));
        model.addAttribute("kind", kind);
        model.addAttribute("now", reading.place(view.place(kind), locale));
        model.addAttribute("datums", Choice.of("WGS-84", "GCJ-02"));
        // It is somebody else's place: where this device is says nothing.
        model.addAttribute("notHere", true);
        return "portal/triage/pin";
    }
}
