package org.lianzhi.portal.report;

import java.time.Clock;
import org.lianzhi.portal.shell.PortalProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;

/** Judges all answers at once by the rules of the single questions. */
@Component
class Judging {

    private final Validator validator;
    private final PortalProperties settings;
    private final Clock clock;

    Judging(Validator validator, PortalProperties settings, ObjectProvider<Clock> clock) {
        this.validator = validator;
        this.settings = settings;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /**
     * Judges.
     *
     * @param prefix of the answers' fields in the form that was sent
     * @param found is told what is wrong
     */
    void judge(PhoneForm form, String prefix, BindingResult found) {
        form.parts().forEach(part -> {
            var judged = new BeanPropertyBindingResult(part.answer(), "form");
            validator.validate(part.answer(), judged);
            judged.getFieldErrors()
                    .forEach(error -> found.rejectValue(
                            prefix + part.prefix() + error.getField(),
                            String.valueOf(error.getCode()),
                            error.getArguments(),
                            error.getDefaultMessage()));
        });
        form.contact().needed().forEach(field -> found.rejectValue(prefix + field, "report." + field + ".needed"));
        var places = new Draft.Places(form.water(), form.outlet(), form.facility());
        if (!found.hasErrors() && !places.sayWhere()) {
            found.rejectValue(prefix + "water.placeWords", "report.place.missing");
        }
        if (ReportQuestions.isToCome(form.observedAt(), clock, settings.zone())) {
            found.rejectValue(prefix + "observedAt", "report.observedAt.future");
        }
    }
}
