package org.lianzhi.portal.cases.step;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.Receipt;
import org.lianzhi.portal.client.Service;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Finds a step and the case that it is about, and sends the command that it becomes. */
@Component
class Acting {

    private final Map<String, Step<?>> steps;
    private final Service jointInvestigation;

    Acting(List<Step<?>> steps, Service jointInvestigation) {
        this.steps = steps.stream().collect(Collectors.toMap(Step::name, Function.identity()));
        this.jointInvestigation = jointInvestigation;
    }

    /** Where a step is: of the case, perhaps of one of its matters. */
    record Address(
            String id,
            String step,
            @Nullable String subject,
            @Nullable String measure) {}

    Step<?> named(String step) {
        Step<?> named = steps.get(step);
        if (named == null) {
            throw Asked.nothingThere();
        }
        return named;
    }

    Asked asked(Address address, @Nullable Principal who) {
        return new Asked(
                view(address.id()),
                Reader.of((Authentication) who),
                orNone(address.subject()),
                orNone(address.measure()));
    }

    /** The same about the case as it is now, if it can be told. */
    Asked reread(Asked asked) {
        try {
            return new Asked(view(asked.view().id()), asked.reader(), asked.ref(), asked.part());
        } catch (Away away) {
            return asked;
        }
    }

    /** @param whole the form, its photos sent ahead */
    <F> Receipt act(Step<F> step, Asked asked, F whole, Sending sending) {
        Command command = step.command(whole, asked);
        return jointInvestigation.command(
                sending.once(),
                sending.seen(),
                command.body(),
                command.wholePath(),
                command.allVariables(asked.view().id()));
    }

    private static String orNone(@Nullable String part) {
        return Objects.requireNonNullElse(part, "");
    }

    private CaseView view(String id) {
        return jointInvestigation.get(CaseView.class, "/api/v1/cases/{id}", id);
    }
}
