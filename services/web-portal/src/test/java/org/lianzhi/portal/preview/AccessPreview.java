package org.lianzhi.portal.preview;

import static org.lianzhi.portal.preview.TriagePreview.MONDAY;

import java.util.List;
import org.lianzhi.portal.access.AccessPage;
import org.lianzhi.portal.access.ReviewForm;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The access log of the vault, and the review of one look. */
@Controller
@Profile("preview")
class AccessPreview {

    private static final AccessPage.Review QUESTION = new AccessPage.Review(
            new Tag("access.state.questioned", Tone.WRONG), "湖南省生态环境厅 s-1", MONDAY.plusSeconds(90_000), "为何夜间查阅？");

    @GetMapping("/preview/access/looks")
    String looks(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute(
                "page",
                new AccessPage(
                        List.of(Choice.named("431129-branch", "永州市生态环境局江华分局")),
                        "431129-branch",
                        "2026-07-01",
                        "2026-07-30",
                        7,
                        List.of(
                                line(new Tag("access.state.open", Tone.PLAIN), "access.part.form"),
                                line(new Tag("access.state.questioned", Tone.WRONG), "access.part.photo")),
                        new Pages("/supervision/access?from=2026-07-01&to=2026-07-30", 1, 3),
                        "/supervision/access/access-log.csv"));
        return "portal/access/looks";
    }

    @GetMapping("/preview/access/review")
    String review(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute("form", new ReviewForm(null, "", "k"));
        model.addAttribute("line", line(new Tag("access.state.questioned", Tone.WRONG), "access.part.form"));
        model.addAttribute("verdicts", Choice.of("reviewed", "questioned"));
        return "portal/access/review";
    }

    private static AccessPage.Line line(Tag state, String part) {
        return new AccessPage.Line(
                "R-20260720-G7H8",
                "永州市生态环境局江华分局",
                "经办人 p-4k7q2m",
                part,
                MONDAY,
                "由我承办",
                state,
                List.of(QUESTION),
                "/supervision/access/1");
    }
}
