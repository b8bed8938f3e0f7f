package org.lianzhi.portal.field;

import java.util.Locale;
import org.lianzhi.portal.cases.Acts;
import org.lianzhi.portal.cases.CaseHead;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.cases.CaseSights;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.cases.step.FieldForms;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.MapPlace;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.field.Taken.Line;
import org.lianzhi.portal.field.Taken.Task;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.words.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page for the field holds nothing of anybody and is kept by the browser; the case goes to the phone when somebody takes
 * it along; what is written stays there until it is sent.
 */
@Controller
@RequestMapping("/staff/field")
class TakingAlong {

    private final Service jointInvestigation;
    private final CaseReading reading;
    private final CaseSights sights;
    private final FieldForms forms;
    private final Words words;

    TakingAlong(Service jointInvestigation, CaseReading reading, CaseSights sights, FieldForms forms, Words words) {
        this.jointInvestigation = jointInvestigation;
        this.reading = reading;
        this.sights = sights;
        this.forms = forms;
        this.words = words;
    }

    /**
     * Who is signed in, and what a request must carry to be taken.
     *
     * @param mark empty for nobody
     */
    record Who(String mark, String header, String value) {}

    @GetMapping("/phone")
    String page(Model model) {
        forms.addTo(model);
        return "portal/field/phone";
    }

    @GetMapping("/who")
    @ResponseBody
    ResponseEntity<Who> who(Authentication signedIn, CsrfToken token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Who(SignedIn.mark(signedIn), token.getHeaderName(), token.getToken()));
    }

    /** Asks for a sign-in where there is none, and leads back. */
    @GetMapping("/back")
    String back(Locale locale) {
        return "redirect:/staff/field/phone?lang=" + locale.toLanguageTag();
    }

    @GetMapping("/cases/{id}")
    @ResponseBody
    ResponseEntity<Taken> take(@PathVariable String id, Authentication signedIn) {
        Reader reader = Reader.of(signedIn);
        if (!reader.isOfficer()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        CaseView view = jointInvestigation.get(CaseView.class, "/api/v1/cases/{id}", id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(taken(view, reader, SignedIn.mark(signedIn)));
    }

    private Taken taken(CaseView view, Reader reader, String mark) {
        CaseHead head = reading.head(view);
        return new Taken(
                mark,
                view.id(),
                head.number(),
                head.title(),
                words.say(Acts.state(view.state()).key()),
                view.versions().getOrDefault(reader.side(), 0L),
                reading.summary(view.summary()).stream().map(this::line).toList(),
                sights.places(view).stream().map(TakingAlong::line).toList(),
                forms.offered(view, reader).stream().map(this::task).toList());
    }

    private Task task(FieldForms.Offer offer) {
        return new Task(
                offer.step(),
                offer.ref(),
                offer.context().stream().map(this::line).toList(),
                offer.fields(),
                offer.choices());
    }

    private Line line(Row row) {
        return new Line(words.say(row.key()), row.time() == null ? row.text() : words.moment(row.time()));
    }

    private static Line line(MapPlace place) {
        return new Line(
                place.word(),
                "%s (%.5f, %.5f)"
                        .formatted(place.area(), place.lat(), place.lon())
                        .strip());
    }
}
