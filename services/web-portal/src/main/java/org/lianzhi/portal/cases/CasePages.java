package org.lianzhi.portal.cases;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.PhotoFile;
import org.lianzhi.portal.instruction.InstructionReading;
import org.lianzhi.portal.instruction.Supervisions;
import org.lianzhi.portal.words.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/staff/cases/{id}")
class CasePages {

    private static final String DONE = "done";
    private static final Duration SEEN_LATELY = Duration.ofMinutes(10);

    private final Service jointInvestigation;
    private final Service reportIntake;
    private final CaseReading reading;
    private final Supervisions supervisions;
    private final InstructionReading instructions;
    private final DeskReading desks;
    private final Words words;

    CasePages(
            Service jointInvestigation,
            Service reportIntake,
            CaseReading reading,
            Supervisions supervisions,
            InstructionReading instructions,
            DeskReading desks,
            Words words) {
        this.jointInvestigation = jointInvestigation;
        this.reportIntake = reportIntake;
        this.reading = reading;
        this.supervisions = supervisions;
        this.instructions = instructions;
        this.desks = desks;
        this.words = words;
    }

    /** @param all whether a long case is shown to its first day */
    @GetMapping
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean all,
            Authentication signedIn,
            Model model) {
        CaseView view = jointInvestigation.get(CaseView.class, "/api/v1/cases/{id}", id);
        Reader reader = Reader.of(signedIn);
        CasePage page = reading.page(view, reader, done(model));
        model.addAttribute("page", all ? page : page.shortened());
        model.addAttribute("here", page.head().href() + (all ? "?all=true" : ""));
        if (reader.isOfficer()) {
            model.addAttribute("instructions", instructions.banners(id, supervisions.open(id)));
            // Another office was designated: what lies on its desks is its own.
            if (!view.tasks().isEmpty()) {
                model.addAttribute("desk", desks.shown(id, reader));
            }
        }
        return "portal/cases/case";
    }

    /** What the step before has left to be told once. */
    private @Nullable String done(Model model) {
        return model.getAttribute(DONE) instanceof String key ? words.sayOr(key, words.say("case.done")) : null;
    }

    @GetMapping("/photos/released/{photo}")
    ResponseEntity<byte[]> released(@PathVariable String photo) {
        return picture(reportIntake.picture("/api/v1/released-photos/{photo}", photo));
    }

    @GetMapping("/photos/recorded/{photo}")
    ResponseEntity<byte[]> recorded(@PathVariable String id, @PathVariable String photo) {
        return picture(jointInvestigation.picture("/api/v1/photos/{photo}?case={id}", photo, id));
    }

    /** Of a paper that has not left the own office. */
    @GetMapping("/photos/drafted/{paper}/{photo}")
    ResponseEntity<byte[]> drafted(@PathVariable String id, @PathVariable String paper, @PathVariable String photo) {
        return picture(jointInvestigation.picture("/api/v1/cases/{id}/papers/{paper}/pages/{photo}", id, paper, photo));
    }

    private static ResponseEntity<byte[]> picture(ResponseEntity<byte[]> picture) {
        return PhotoFile.begin()
                .cacheControl(CacheControl.maxAge(SEEN_LATELY).cachePrivate())
                .body(picture.getBody());
    }
}
