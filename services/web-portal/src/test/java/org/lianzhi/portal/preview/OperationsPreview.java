package org.lianzhi.portal.preview;

import java.time.Instant;
import java.util.List;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.operations.DecideForm;
import org.lianzhi.portal.operations.OperationsPage;
import org.lianzhi.portal.operations.OperationsPage.Parked;
import org.lianzhi.portal.operations.TerritoryData;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an administrator sees: some parked cases, none, and the decision. */
@Controller
@Profile("preview")
class OperationsPreview {

    private static final Parked PARKED = new Parked(
            "supervisor-timeline",
            "timeline/case_summaries",
            "01j3xw8m00a1b2c3d4e5f6g7h8",
            "/operations/parked?service=supervisor-timeline&consumer=timeline&subject=01j3xw8m00a1b2c3d4e5f6g7h8",
            "case.finding-proposed.v1 · case-01j3xw8m00a1b2c3d4e5f6g7h8@gx/12",
            "UnreadableEvent: the data do not fit case.finding-proposed.v1",
            Instant.parse("2024-07-29T01:00:00Z"),
            2);

    private static final List<TerritoryData.Agreement> AGREEMENTS =
            List.of(new TerritoryData.Agreement("hunan-guangxi", 1, "6.0", "9f2c03ab77d1 03ab9f2c51e8"));

    @GetMapping("/preview/operations/some")
    String some(Model model) {
        return show(
                new OperationsPage(
                        List.of(PARKED),
                        List.of(new OperationsPage.Gap(
                                "notification",
                                "matters/matters",
                                "case-01j3xw8m00a1b2c3d4e5f6g7h8@hn/7",
                                Instant.parse("2024-07-29T02:10:00Z"))),
                        List.of("notification"),
                        List.of(new OperationsPage.Unknown("report-intake", "case.mediated.v1", 3)),
                        List.of(
                                new OperationsPage.Waiting("report-intake", 0, 0, 0),
                                new OperationsPage.Waiting("joint-investigation", 12, 1, 47))),
                model);
    }

    @GetMapping("/preview/operations/none")
    String none(Model model) {
        return show(new OperationsPage(List.of(), List.of(), List.of(), List.of(), List.of()), model);
    }

    @GetMapping("/preview/operations/decide")
    String decide(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("form", new DecideForm(null, ""));
        model.addAttribute("parked", PARKED);
        model.addAttribute("decisions", Choice.of("release", "skip"));
        return "portal/operations/decide";
    }

    private static String show(OperationsPage page, Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("page", page);
        model.addAttribute(
                "territory",
                List.of(
                        new TerritoryData.Part("web-portal", AGREEMENTS, null, false),
                        new TerritoryData.Part(
                                "report-intake",
                                List.of(),
                                "hunan-guangxi/counties.geojson line 4: the outline of 431102 does not fit: it crosses"
                                        + " itself",
                                false),
                        new TerritoryData.Part("notification", List.of(), null, true)));
        return "portal/operations/operations";
    }
}
