package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.client.TooOften;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Photos go to report-intake one by one as they are chosen. One that fails is named; the others and the answers stay. */
@Controller
@RequestMapping("/report/photos")
class PhotoQuestion {

    private static final int AT_MOST = 6;
    private static final long BYTES_AT_MOST = 20L << 20;
    private static final int NAME_AT_MOST = 60;

    private final Service reportIntake;

    PhotoQuestion(Service reportIntake) {
        this.reportIntake = reportIntake;
    }

    private record Upload(String id) {}

    @GetMapping
    String ask(HttpServletRequest request, Model model) {
        Draft draft = Drafts.of(request);
        var earlier = draft.missingBefore(Question.PHOTOS);
        if (earlier.isPresent()) {
            return "redirect:" + earlier.get().href();
        }
        model.addAttribute("form", PhotosForm.empty());
        return page(draft, model);
    }

    /**
     * Takes what was chosen.
     *
     * @param act {@code add} to stay on the page, else it goes on
     * @param remove id of a photo to leave out
     */
    @PostMapping
    String send(
            @ModelAttribute("form") PhotosForm form,
            BindingResult found,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String remove,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (remove != null) {
            Drafts.keep(request, Drafts.of(request).without(remove));
            return "redirect:/report/photos";
        }
        form.photos().forEach(photo -> upload(photo, request, response, found));
        Draft draft = Drafts.of(request);
        if (found.hasErrors()) {
            return page(draft, model);
        }
        if ("add".equals(act)) {
            return "redirect:/report/photos";
        }
        return "redirect:" + (draft.checking() ? Question.CHECK : Question.CONTACT).href();
    }

    private static String page(Draft draft, Model model) {
        model.addAttribute("sent", draft.photos());
        if (draft.checking()) {
            model.addAttribute("back", Question.CHECK.href());
        }
        return "portal/report/photos";
    }

    private void upload(
            MultipartFile photo, HttpServletRequest request, HttpServletResponse response, BindingResult found) {
        Draft draft = Drafts.of(request);
        String name = name(photo);
        if (draft.photos().size() >= AT_MOST) {
            reject(found, "report.photos.many", name);
        } else if (photo.getSize() > BYTES_AT_MOST) {
            reject(found, "report.photos.large", name);
        } else {
            try {
                Upload upload =
                        reportIntake.upload(Upload.class, key(draft, photo), photo.getResource(), "/api/v1/uploads");
                Drafts.keep(request, draft.with(new SentPhoto(upload.id(), name)));
            } catch (Refused refused) {
                reject(found, words(refused.code()), name);
            } catch (TooOften tooOften) {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                reject(found, "report.photos.toooften", name);
            } catch (Away away) {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                reject(found, "report.photos.away", name);
            }
        }
    }

    private static String words(String code) {
        return switch (code) {
            case "photo.too-large", "request.too-large" -> "report.photos.large";
            case "photo.type" -> "report.photos.type";
            case "photo.pixels" -> "report.photos.pixels";
            default -> "report.photos.unreadable";
        };
    }

    private static void reject(BindingResult found, String key, String name) {
        found.rejectValue("photos", key, new Object[] {name}, key);
    }

    /** A browser's file name may be long; some send the whole path. */
    private static String name(MultipartFile photo) {
        String name =
                Objects.requireNonNullElse(photo.getOriginalFilename(), "").replaceFirst(".*[/\\\\]", "");
        return name.length() <= NAME_AT_MOST ? name : "…" + name.substring(name.length() - NAME_AT_MOST);
    }

    /** The same picture sent twice is one upload. */
    private static String key(Draft draft, MultipartFile photo) {
        try (InputStream bytes = photo.getInputStream()) {
            return draft.id() + "-" + DigestUtils.md5DigestAsHex(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
