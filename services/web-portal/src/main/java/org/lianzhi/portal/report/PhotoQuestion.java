package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.upload.PhotoUploads;
import org.lianzhi.portal.upload.Piecewise;
import org.lianzhi.portal.upload.SinglePhoto;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Photos go to report-intake one by one as they are chosen. One that fails is named; the others and the answers stay. */
@Controller
@RequestMapping("/report/photos")
class PhotoQuestion {

    private static final String AGAIN = "redirect:/report/photos";

    private final PhotoUploads uploads;
    private final SinglePhoto single;

    PhotoQuestion(PhotoUploads uploads, SinglePhoto single) {
        this.uploads = uploads;
        this.single = single;
    }

    @GetMapping
    String ask(@RequestParam(required = false) @Nullable String first, HttpServletRequest request, Model model) {
        Draft draft = Drafts.of(request);
        var earlier = draft.missingBefore(Question.PHOTOS);
        if (first == null && earlier.isPresent()) {
            return "redirect:" + earlier.get().href();
        }
        model.addAttribute("form", PhotosForm.empty());
        return page(draft, first, model);
    }

    /**
     * Takes what was chosen.
     *
     * @param act {@code add} to stay on the page, else it goes on
     * @param remove id of a photo to leave out
     * @param first whether the photos come before all questions: where they were taken then answers one of them
     * @param whole to what the page said that they belong: looking at it alone begins no draft
     */
    @PostMapping
    String send(
            @ModelAttribute("form") PhotosForm form,
            BindingResult found,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String remove,
            @RequestParam(required = false) @Nullable String first,
            @RequestParam(required = false) @Nullable UUID whole,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (remove != null) {
            Drafts.keep(request, Drafts.of(request).without(remove));
            return first == null ? AGAIN : AGAIN + "?first";
        }
        form.photos().forEach(photo -> upload(photo, whole, request, response, found));
        Draft draft = Drafts.of(request, whole);
        if (found.hasErrors()) {
            return page(draft, first, model);
        }
        if ("add".equals(act)) {
            return first == null ? AGAIN : AGAIN + "?first";
        }
        if (first != null) {
            return "redirect:" + Question.CATEGORY.href();
        }
        return "redirect:" + (draft.checking() ? Question.CHECK : Question.CONTACT).href();
    }

    /** The same, one by one, from a script that shows how far it is and has sent the last piece. */
    @PostMapping("/one")
    @ResponseBody
    ResponseEntity<Object> one(
            @RequestParam String upload,
            Piecewise photo,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return single.finish(
                upload,
                photo,
                Drafts.of(request).photos().size(),
                response,
                locale,
                arrived -> Drafts.keep(
                        request,
                        Drafts.of(request, photo.whole())
                                .with(arrived.photo())
                                .photographedAt(arrived.lat(), arrived.lon())));
    }

    private static String page(Draft draft, @Nullable String first, Model model) {
        model.addAttribute("first", first != null);
        model.addAttribute("sent", draft.photos());
        model.addAttribute("whole", draft.id());
        if (first != null) {
            model.addAttribute("back", "/report");
        } else if (draft.checking()) {
            model.addAttribute("back", Question.CHECK.href());
        }
        return "portal/report/photos";
    }

    private void upload(
            MultipartFile photo,
            @Nullable UUID whole,
            HttpServletRequest request,
            HttpServletResponse response,
            BindingResult found) {
        Draft draft = Drafts.of(request, whole);
        uploads.send(photo, draft.id(), draft.photos().size(), response, found)
                .ifPresent(
                        sent -> Drafts.keep(request, draft.with(sent.photo()).photographedAt(sent.lat(), sent.lon())));
    }
}
