package org.lianzhi.portal.worklist;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.words.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The list, what of it is shown, and who takes on what. */
@Controller
@RequestMapping(WorklistFilter.PATH)
class WorklistPages {

    private static final int LONGEST_NAME = 40;

    private final WorklistReading reading;
    private final Notices notices;
    private final OfficeDesk desk;
    private final Words words;

    WorklistPages(WorklistReading reading, Notices notices, OfficeDesk desk, Words words) {
        this.reading = reading;
        this.notices = notices;
        this.desk = desk;
        this.words = words;
    }

    @GetMapping
    String worklist(@RequestParam Map<String, String> parameters, Authentication signedIn, Model model) {
        Reader reader = Reader.of(signedIn);
        if (!reader.isOfficer()) {
            return "redirect:/staff/samples";
        }
        model.addAttribute("page", reading.page(WorklistFilter.of(parameters), reader, notices.unread()));
        return "portal/worklist/worklist";
    }

    @GetMapping("/worklist.{ending:csv|xlsx}")
    ResponseEntity<byte[]> table(
            @PathVariable String ending, @RequestParam Map<String, String> parameters, Authentication signedIn) {
        return reading.table(WorklistFilter.of(parameters), Reader.of(signedIn)).as(ending);
    }

    /** @param back query of the list to return to */
    @PostMapping("/assignments")
    String assign(
            @RequestParam(defaultValue = "") List<String> matter,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String back,
            @RequestParam @Nullable String idempotencyKey,
            RedirectAttributes next) {
        if (matter.isEmpty() || person.isEmpty()) {
            next.addFlashAttribute("problem", words.say("worklist.assign.missing"));
        } else {
            String to = person.equals(WorklistFilter.NOBODY) ? null : person;
            done(
                    () -> desk.assign(Keys.of(idempotencyKey), matter, to),
                    words.say("worklist.assign.done", matter.size()),
                    next);
        }
        return back(back);
    }

    @PostMapping("/views")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        String named = name.strip();
        if (named.isEmpty() || named.length() > LONGEST_NAME) {
            next.addFlashAttribute("problem", words.say("worklist.saved.missing"));
        } else {
            done(() -> desk.save(named, query(back)), words.say("worklist.saved.done", named), next);
        }
        return back(back);
    }

    @PostMapping("/views/removal")
    String remove(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        done(() -> desk.remove(name), words.say("worklist.saved.removed", name), next);
        return back(back);
    }

    private void done(Runnable order, String said, RedirectAttributes next) {
        try {
            order.run();
            next.addFlashAttribute("done", said);
        } catch (Refused refused) {
            next.addFlashAttribute(
                    "problem",
                    words.sayOr(
                            "rule." + refused.code(),
                            words.say("rule.other", refused.code()),
                            refused.arguments().toArray()));
        } catch (Away away) {
            next.addFlashAttribute("problem", words.say("form.unavailable"));
        }
    }

    /** Only what the list itself understands: nobody is led elsewhere. */
    private static String query(String back) {
        return WorklistFilter.of(UriComponentsBuilder.fromUriString("?" + back)
                        .build()
                        .getQueryParams()
                        .toSingleValueMap())
                .query();
    }

    private static String back(String back) {
        String query = query(back);
        return "redirect:" + WorklistFilter.PATH + (query.isEmpty() ? "" : "?" + query);
    }
}
