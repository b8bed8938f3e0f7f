package org.lianzhi.portal.report;

import java.util.List;
import org.lianzhi.portal.component.Choice;
import org.springframework.ui.Model;

/** What a question offers to choose from. */
public final class Choices {

    private Choices() {}

    /** Kinds of pollution. */
    public static List<Choice> categories() {
        return Choice.of(
                "livestock-wastewater",
                "industrial-wastewater",
                "sewage",
                "solid-waste",
                "air",
                "abnormal-water",
                "other");
    }

    static void of(Question question, Model model) {
        switch (question) {
            case CATEGORY -> model.addAttribute("categories", categories());
            case WHEN -> {
                model.addAttribute("weathers", Choice.of("rain", "after-rain", "dry", "unknown"));
                model.addAttribute("answers", Choice.of("yes", "no", "unknown"));
            }
            case WHAT -> model.addAttribute("signs", Choice.of("colour", "smell", "foam", "dead-fish"));
            case PLACE, OUTLET, FACILITY -> {
                model.addAttribute("asked", question.code());
                model.addAttribute("before", question.before().href());
                model.addAttribute("datums", Choice.of("WGS-84", "GCJ-02"));
            }
            case CONTACT -> model.addAttribute("channels", Choice.of("call", "text", "email", "post"));
            case PHOTOS, CHECK -> {}
        }
    }
}
