package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.PhotoFile;
import org.lianzhi.portal.form.Commanding;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Boxes over faces and plates, by numbers or by drawing; the service burns them into the copy that may leave. */
@Controller
@RequestMapping("/staff/reports/{id}/photos/{photo}")
class CoverPages {

    private static final String PHOTO = "/api/v1/reports/{id}/photos/{photo}";

    private final Service reportIntake;
    private final Commanding commanding;

    CoverPages(Service reportIntake, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.commanding = commanding;
    }

    private record Covered(List<CoverForm.Row> boxes) {}

    @GetMapping("/cover")
    String ask(@PathVariable String id, @PathVariable String photo, Model model) {
        try {
            Covered covered = reportIntake.get(Covered.class, PHOTO + "/cover", id, photo);
            model.addAttribute("form", new CoverForm(covered.boxes()));
            return page(id, photo, model);
        } catch (Refused sealed) {
            return OpeningPages.before("release");
        }
    }

    @PostMapping("/cover")
    String cover(
            @PathVariable String id,
            @PathVariable String photo,
            @ModelAttribute("form") CoverForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!found.hasErrors() && !form.filled().stream().allMatch(CoverForm.Row::fits)) {
            found.reject("cover.wrong");
        }
        Runnable cover = () ->
                reportIntake.post(Covered.class, null, null, new Covered(form.filled()), PHOTO + "/cover", id, photo);
        if (found.hasErrors() || !commanding.done(cover, found, response, model, locale)) {
            return page(id, photo, model);
        }
        next.addFlashAttribute("done", form.filled().isEmpty() ? "cover.done.none" : "cover.done");
        return "redirect:/staff/reports/{id}/photos/{photo}/cover";
    }

    private static String page(String id, String photo, Model model) {
        String href = Reports.href(id);
        model.addAttribute("href", href);
        model.addAttribute("picture", href + "/photos/" + photo);
        model.addAttribute("sent", href + "/photos/" + photo + "/to-release");
        return "portal/triage/cover";
    }

    /** As it would be sent now. */
    @GetMapping("/to-release")
    ResponseEntity<byte[]> toRelease(@PathVariable String id, @PathVariable String photo) {
        return PhotoFile.begin()
                .body(reportIntake.picture(PHOTO + "/to-release", id, photo).getBody());
    }
}
