package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.form.Told;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Answers for a script that keeps what was written until it knows what became of it. */
@Component
class FieldAnswers {

    private final Words words;

    FieldAnswers(Words words) {
        this.words = words;
    }

    /**
     * It is not in the record.
     *
     * @param outcome {@code wrong} (something is missing), {@code refused}, {@code later}, or what has happened meanwhile:
     *     {@code closed}, {@code taken} (the same visit is recorded) or {@code conflict} (something else)
     * @param now what is in the record; null where that is beside the point
     */
    record NotFiled(String outcome, List<Told> problems, Meanwhile.@Nullable Now now) {}

    /** Somebody else may have signed in on the same phone between writing and sending. */
    ResponseEntity<Object> asThemselves(String mark, Authentication who, Supplier<ResponseEntity<Object>> act) {
        return mark.equals(SignedIn.mark(who))
                ? answered(act)
                : notFiled(HttpStatus.FORBIDDEN, "refused", List.of(words.say("field.another")), null);
    }

    ResponseEntity<Object> answered(Supplier<ResponseEntity<Object>> act) {
        try {
            return act.get();
        } catch (Refused refused) {
            return refused(refused, null);
        } catch (Away away) {
            return later(HttpStatus.SERVICE_UNAVAILABLE);
        } catch (TooOften often) {
            return later(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    ResponseEntity<Object> refused(Refused refused, Meanwhile.@Nullable Now now) {
        String why = words.sayOr(
                "rule." + refused.code(),
                words.say("rule.unknown", refused.code()),
                refused.arguments().toArray());
        return notFiled(HttpStatus.UNPROCESSABLE_CONTENT, "refused", List.of(why), now);
    }

    ResponseEntity<Object> movedOn(String outcome, Meanwhile.Now now) {
        String what = words.say("field.outcome." + outcome);
        return notFiled(
                HttpStatus.CONFLICT,
                outcome,
                now.anew().isEmpty() ? List.of(what) : List.of(what, words.say("field.anew")),
                now);
    }

    private ResponseEntity<Object> later(HttpStatus status) {
        return notFiled(status, "later", List.of(words.say("field.busy")), null);
    }

    private static ResponseEntity<Object> notFiled(
            HttpStatus status, String outcome, List<String> why, Meanwhile.@Nullable Now now) {
        List<Told> problems = why.stream().map(words -> new Told(null, words)).toList();
        return ResponseEntity.status(status).body(new NotFiled(outcome, problems, now));
    }
}
