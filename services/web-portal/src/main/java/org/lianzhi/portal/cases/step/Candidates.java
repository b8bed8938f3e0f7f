package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.Acts;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** The own office's other cases, the likeliest first. */
@Component
class Candidates {

    private final Service jointInvestigation;
    private final Words words;

    Candidates(Service jointInvestigation, Words words) {
        this.jointInvestigation = jointInvestigation;
        this.words = words;
    }

    /** @param same what is the same as in this case */
    record Candidate(
            String id,
            String category,
            @Nullable Place affectedWater,
            String state,
            Instant openedAt,
            @Nullable List<String> same) {

        boolean isLikely() {
            return same != null && !same.isEmpty();
        }
    }

    private record Found(@Nullable List<Candidate> items) {}

    List<Choice> all(Asked asked) {
        return of(asked).stream().map(this::choice).toList();
    }

    /** Those of which more is the same than the office. */
    List<Choice> likely(Asked asked) {
        return of(asked).stream().filter(Candidate::isLikely).map(this::choice).toList();
    }

    private List<Candidate> of(Asked asked) {
        Found found = jointInvestigation.get(
                Found.class, "/api/v1/cases/{id}/link-candidates", asked.view().id());
        return Objects.requireNonNullElse(found.items(), List.of());
    }

    private Choice choice(Candidate candidate) {
        String same = Objects.requireNonNullElse(candidate.same(), List.<String>of()).stream()
                .map(code -> words.sayOr("link.same." + code, code))
                .collect(Collectors.joining(words.say("case.ground.and")));
        String state = words.say(Acts.state(candidate.state()).key());
        return new Choice(
                candidate.id(),
                words.say(
                        "link.candidate",
                        words.caseNumber(candidate.id()),
                        words.title(candidate.category(), candidate.affectedWater())),
                same.isEmpty() ? state : words.say("link.candidate.same", state, same));
    }
}
