package org.lianzhi.portal.inspector;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.signin.Staff;
import org.lianzhi.portal.supervision.CaseChoices;
import org.lianzhi.portal.words.Words;
import org.lianzhi.territory.Agreement;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
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

/** A supervisor lets an inspector read, sees what was looked at, and ends it. */
@Controller
@RequestMapping(InspectorReading.PATH)
class GrantPages {

    private static final String BACK = "redirect:" + InspectorReading.PATH;
    private static final int LOOKS_PER_CALL = 1000;

    private final Service jointInvestigation;
    private final Service supervisorTimeline;
    private final CaseChoices cases;
    private final InspectorReading reading;
    private final Commanding commanding;
    private final Words words;

    GrantPages(
            Service jointInvestigation,
            Service supervisorTimeline,
            CaseChoices cases,
            InspectorReading reading,
            Commanding commanding,
            Words words) {
        this.jointInvestigation = jointInvestigation;
        this.supervisorTimeline = supervisorTimeline;
        this.cases = cases;
        this.reading = reading;
        this.commanding = commanding;
        this.words = words;
    }

    private record Granting(
            String inspector,
            String authority,
            String reason,
            @Nullable List<String> cases,
            @Nullable String agreement,
            @Nullable LocalDate openedFrom,
            @Nullable LocalDate openedTo,
            @Nullable Instant from,
            Instant until) {}

    @GetMapping
    String all(@RequestParam(defaultValue = "1") int page, Model model) {
        AccessView.Items items = supervisorTimeline.get(
                AccessView.Items.class,
                "/api/v1/accesses?page={page}&size={size}",
                Math.max(0, page - 1),
                InspectorReading.PER_PAGE);
        model.addAttribute("page", reading.forSupervisor(items, page));
        return "portal/inspector/all";
    }

    /** @param id of a case that is chosen already */
    @GetMapping("/new")
    String ask(@RequestParam(name = "case", defaultValue = "") String id, @Nullable Authentication who, Model model) {
        GrantForm form = new GrantForm(
                null,
                "",
                "",
                id.isEmpty() ? null : GrantForm.CASES,
                id.isEmpty() ? List.of() : List.of(id),
                null,
                null,
                null,
                null,
                Keys.fresh());
        model.addAttribute("form", form);
        return form(form, who, model);
    }

    @PostMapping("/new")
    String grant(
            @Valid @ModelAttribute("form") GrantForm form,
            BindingResult found,
            @Nullable Authentication who,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, who, model);
        }
        Runnable grant = () ->
                jointInvestigation.command(Keys.of(form.idempotencyKey()), null, granting(form), "/api/v1/accesses");
        if (!commanding.done(grant, found, response, model, locale)) {
            return form(form, who, model);
        }
        next.addFlashAttribute("done", "inspector.granted");
        return BACK;
    }

    /** What belongs to the other way of choosing is not sent. */
    private Granting granting(GrantForm form) {
        boolean named = form.namesCases();
        return new Granting(
                Objects.requireNonNull(form.inspector()).strip(),
                Objects.requireNonNull(form.authority()),
                Objects.requireNonNull(form.reason()),
                named ? form.chosen() : List.of(),
                named ? null : form.scope(),
                named ? null : form.openedFrom(),
                named ? null : form.openedTo(),
                instant(form.from()),
                words.instant(Objects.requireNonNull(form.until())));
    }

    private @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : words.instant(local);
    }

    private String form(GrantForm form, @Nullable Authentication who, Model model) {
        Staff staff = SignedIn.staff(who);
        String side = staff == null ? null : staff.side();
        Stream<Choice> agreements = words.territory()
                .agreements()
                .filter(agreement -> agreement.parties().stream()
                        .anyMatch(party -> party.side().code().equals(side)))
                .map(Agreement::id)
                .map(id -> Choice.named(id, words.say("inspector.scope.agreement", reading.agreement(id))));
        model.addAttribute(
                "scopes",
                Stream.concat(Stream.of(new Choice(GrantForm.CASES, null, null)), agreements)
                        .toList());
        model.addAttribute("cases", cases.with(form.chosen()));
        return "portal/inspector/grant";
    }

    @GetMapping("/{id}")
    String looks(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute(
                "page",
                reading.looks(
                        known(id), looks(id, Math.max(0, page - 1), InspectorReading.PER_PAGE), Math.max(1, page)));
        return "portal/inspector/looks";
    }

    @GetMapping("/{id}/looks.csv")
    ResponseEntity<String> csv(@PathVariable String id) {
        AccessView.Item item = known(id);
        List<AccessView.Look> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            AccessView.Looks some = looks(id, page, LOOKS_PER_CALL);
            all.addAll(some.items());
            if (some.items().isEmpty() || all.size() >= some.total()) {
                break;
            }
        }
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename("inspector-looks-" + item.id() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(reading.csv(item, all));
    }

    private AccessView.Looks looks(String id, int page, int size) {
        return jointInvestigation.get(
                AccessView.Looks.class, "/api/v1/accesses/{id}/looks?page={page}&size={size}", id, page, size);
    }

    @GetMapping("/{id}/end")
    String ending(@PathVariable String id, Model model) {
        model.addAttribute("form", new EndForm("", Keys.fresh()));
        return showEnd(id, model);
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable String id,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return showEnd(id, model);
        }
        Map<String, String> body = Map.of("reason", Objects.requireNonNull(form.reason()));
        Runnable end = () ->
                jointInvestigation.command(Keys.of(form.idempotencyKey()), null, body, "/api/v1/accesses/{id}/end", id);
        if (!commanding.done(end, found, response, model, locale)) {
            return showEnd(id, model);
        }
        next.addFlashAttribute("done", "inspector.ended");
        return BACK;
    }

    private String showEnd(String id, Model model) {
        model.addAttribute("line", reading.supervised(known(id)));
        return "portal/inspector/end";
    }

    private AccessView.Item known(String id) {
        for (int page = 0; ; page++) {
            AccessView.Items some = supervisorTimeline.get(
                    AccessView.Items.class, "/api/v1/accesses?page={page}&size={size}", page, 200);
            for (AccessView.Item item : some.items()) {
                if (item.id().equals(id)) {
                    return item;
                }
            }
            if (some.items().isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
        }
    }
}
