package org.lianzhi.portal.triage;

import java.util.Locale;
import org.lianzhi.portal.component.Choice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a report, for whatever comes back to it. */
@Component
class ReportShowing {

    static final String OPENING = "opening";

    private final ReportReading reading;

    ReportShowing(ReportReading reading) {
        this.reading = reading;
    }

    String show(ReportView view, Model model, Locale locale) {
        model.addAttribute("page", reading.page(view, locale));
        model.addAttribute(
                "decisions", Choice.of("cross-border", "accept", "merge", "ask", "transfer", "not-accept", "against"));
        model.addAttribute(
                "reasons",
                Choice.of("handling", "standing-in", "review", "answering", "similar", "supervision", "other"));
        if (!model.containsAttribute(OPENING)) {
            model.addAttribute(OPENING, OpeningForm.before(null));
        }
        return "portal/triage/report";
    }
}
