package org.lianzhi.portal.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping(AccessReading.PATH)
class AccessPages {

    private static final int MOST_LINES = 1000;
    private static final int DAYS_IN_ID = 2;

    private final Service reportIntake;
    private final AccessReading reading;
    private final Commanding commanding;

    AccessPages(Service reportIntake, AccessReading reading, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.reading = reading;
        this.commanding = commanding;
    }

    /** What a reader asks for, as the address says; what it does not understand it leaves out. */
    private record Asked(String office, String from, String to) {

        static Asked of(Map<String, String> parameters) {
            String office = parameters.getOrDefault("office", "");
            return new Asked(
                    office.matches("[0-9]{6}-[a-z]{1,20}") ? office : "",
                    day(parameters, "from"),
                    day(parameters, "to"));
        }

        private static String day(Map<String, String> parameters, String name) {
            try {
                return LocalDate.parse(parameters.getOrDefault(name, "")).toString();
            } catch (DateTimeException noDay) {
                return "";
            }
        }
    }

    private AccessLog log(Asked asked, int page, int size) {
        return reportIntake.get(
                AccessLog.class,
                "/api/v1/access-log?office={office}&from={from}&to={to}&page={page}&size={size}",
                asked.office(),
                asked.from(),
                asked.to(),
                page,
                size);
    }

    @GetMapping
    String looks(
            @RequestParam Map<String, String> parameters, @RequestParam(defaultValue = "1") int page, Model model) {
        Asked asked = Asked.of(parameters);
        try {
            model.addAttribute(
                    "page",
                    reading.page(log(asked, Math.max(0, page - 1), AccessReading.PER_PAGE), asked.office(), page));
        } catch (Refused period) {
            // Too long, or it ends before it begins: the latest days are shown instead, and the page says why.
            model.addAttribute("wrongPeriod", true);
            Asked latest = new Asked(asked.office(), "", "");
            model.addAttribute("page", reading.page(log(latest, 0, AccessReading.PER_PAGE), asked.office(), 1));
        }
        return "portal/access/looks";
    }

    @GetMapping("/access-log.csv")
    ResponseEntity<String> csv(@RequestParam Map<String, String> parameters) {
        ContentDisposition asFile =
                ContentDisposition.attachment().filename("access-log.csv").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(reading.csv(all(Asked.of(parameters))));
    }

    /** A period is bounded, and so are its looks. */
    private List<AccessLog.Look> all(Asked asked) {
        List<AccessLog.Look> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            AccessLog some = log(asked, page, MOST_LINES);
            all.addAll(some.items());
            if (some.items().isEmpty() || all.size() >= some.total()) {
                return all;
            }
        }
    }

    @GetMapping("/{id}")
    String look(@PathVariable String id, Model model) {
        model.addAttribute("form", new ReviewForm(null, "", Keys.fresh()));
        return show(id, model);
    }

    @PostMapping("/{id}")
    String review(
            @PathVariable String id,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(id, model);
        }
        Map<String, String> body = Map.of(
                "verdict", Objects.requireNonNull(form.verdict()), "note", Objects.requireNonNullElse(form.note(), ""));
        Runnable review = () -> reportIntake.post(
                Map.class,
                Keys.of(form.idempotencyKey()),
                body,
                "/api/v1/access-log/" + known(id).id() + "/review");
        if (!commanding.done(review, found, response, model, locale)) {
            return show(id, model);
        }
        next.addFlashAttribute("done", "access.done");
        return "redirect:" + AccessReading.PATH;
    }

    private String show(String id, Model model) {
        model.addAttribute("line", reading.line(known(id)));
        model.addAttribute("verdicts", Choice.of("reviewed", "questioned"));
        return "portal/access/review";
    }

    /** Office and day stand in the id, so that few looks are read to find it. */
    private AccessLog.Look known(String id) {
        String[] parts = id.split("_", DAYS_IN_ID + 1);
        LocalDate day = parts.length > DAYS_IN_ID ? day(parts[1]) : null;
        if (day == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        // The day of the id is that of Greenwich.
        Asked asked = Asked.of(Map.of(
                "office",
                parts[0],
                "from",
                day.minusDays(1).toString(),
                "to",
                day.plusDays(1).toString()));
        return all(asked).stream()
                .filter(look -> look.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
