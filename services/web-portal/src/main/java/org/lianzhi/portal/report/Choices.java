package org.lianzhi.portal.report;

import java.util.stream.Stream;
import org.lianzhi.portal.component.Choice;
import org.springframework.ui.Model;

/** What a question offers to choose from. */
final class Choices {

    private static final String[] DATUMS = {"WGS-84", "GCJ-02"};

    private Choices() {}

    static void of(Question question, String placeKind, Model model) {
        switch (question) {
            case CATEGORY ->
                model.addAttribute(
                        "categories",
                        Choice.of(
                                "livestock-wastewater",
                                "industrial-wastewater",
                                "sewage",
                                "solid-waste",
                                "air",
                                "abnormal-water",
                                "other"));
            case WHEN -> {
                model.addAttribute("weathers", Choice.of("rain", "after-rain", "dry", "unknown"));
                model.addAttribute("answers", Choice.of("yes", "no", "unknown"));
            }
            case WHAT -> model.addAttribute("signs", Choice.of("colour", "smell", "foam", "dead-fish"));
            case PLACE -> {
                model.addAttribute("kinds", Choice.of("water", "outlet", "facility"));
                model.addAttribute("datums", Choice.of(DATUMS));
            }
            case SOURCE -> {
                model.addAttribute("placeKind", placeKind);
                model.addAttribute(
                        "kinds",
                        Choice.of(Stream.of("facility", "outlet", "water")
                                .filter(kind -> !kind.equals(placeKind))
                                .toArray(String[]::new)));
                model.addAttribute("datums", Choice.of(DATUMS));
            }
            case CONTACT -> model.addAttribute("channels", Choice.of("call", "text", "email", "post"));
            case PHOTOS, CHECK -> {}
        }
    }
}
