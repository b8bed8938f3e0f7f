package org.lianzhi.portal.status;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.status.Saying.Said;
import org.lianzhi.portal.upload.PhotoUploads;
import org.lianzhi.portal.upload.Piecewise;
import org.lianzhi.portal.upload.SentPhoto;
import org.lianzhi.portal.upload.SinglePhoto;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Something new came up: words, photos, or both. */
@Controller
@RequestMapping("/status/add")
class AddPages {

    private static final String PAGE = "portal/status/add";

    private final Saying saying;
    private final PhotoUploads uploads;
    private final SinglePhoto single;

    AddPages(Saying saying, PhotoUploads uploads, SinglePhoto single) {
        this.saying = saying;
        this.uploads = uploads;
        this.single = single;
    }

    private record More(@Nullable String code, @Nullable String words, List<String> photos) {}

    @GetMapping
    String ask(HttpServletRequest request, Model model) {
        Followed followed = Followed.in(request);
        if (followed == null) {
            return "redirect:/status";
        }
        return page(AddForm.empty(followed.code()), model);
    }

    @PostMapping
    String send(
            @Valid @ModelAttribute("form") AddForm form,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        List<SentPhoto> arrived = new ArrayList<>(form.arrived());
        form.photos()
                .forEach(photo -> uploads.send(photo, form.idempotencyKey(), arrived.size(), response, found)
                        .map(PhotoUploads.Arrived::photo)
                        .ifPresent(arrived::add));
        if (form.words() != null && form.words().isBlank() && arrived.isEmpty() && !found.hasErrors()) {
            found.rejectValue("words", "status.add.missing");
        }
        Said said = new Said(
                String.valueOf(form.code()),
                form.idempotencyKey(),
                new More(
                        form.code(),
                        form.words(),
                        arrived.stream().map(SentPhoto::id).toList()),
                "additions");
        if (found.hasErrors() || !saying.arrived(said, found, request, response, model, locale)) {
            // What has arrived is not sent a second time.
            return page(form.with(arrived), found, model);
        }
        next.addFlashAttribute("thanks", "status.add.thanks");
        return StatusPages.SHOW;
    }

    /**
     * One photo from a script that shows how far it is: what comes back goes into the form.
     *
     * @param already how many the form holds
     */
    @PostMapping("/one")
    @ResponseBody
    ResponseEntity<Object> one(
            @RequestParam String upload,
            @RequestParam int already,
            Piecewise photo,
            HttpServletResponse response,
            Locale locale) {
        return single.finish(upload, photo, already, response, locale, arrived -> {});
    }

    private static String page(AddForm form, BindingResult found, Model model) {
        BindingResult told = new BeanPropertyBindingResult(form, "form");
        told.addAllErrors(found);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", told);
        return page(form, model);
    }

    private static String page(AddForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("arrived", form.arrived());
        return PAGE;
    }
}
