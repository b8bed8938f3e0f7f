package org.lianzhi.investigation.desk;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.desk.domain.Desk;
import org.lianzhi.investigation.desk.domain.DeskCommand;
import org.lianzhi.investigation.desk.domain.DeskCommand.DoStep;
import org.lianzhi.investigation.desk.domain.DeskCommand.Doing;
import org.lianzhi.investigation.desk.domain.DeskCommand.SendBack;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.springframework.stereotype.Component;

/** What is done with a paper within its side, by the office that handles the case or by the one that was asked to decide. */
@Component
public class PaperSteps {

    private final Desking desking;
    private final DeskStreams streams;
    private final PaperData data;

    PaperSteps(Desking desking, DeskStreams streams, PaperData data) {
        this.desking = desking;
        this.streams = streams;
        this.data = data;
    }

    /**
     * A paper of a case, before somebody whose right to it was looked at before.
     *
     * @param asked whether the person's office does not handle the case, and was only asked to decide
     */
    public record At(SignedIn who, IdempotencyKey key, String caseId, JointCase joint, String paper, boolean asked) {}

    /**
     * @param reference number of the document by which another office did it
     * @param preparedAt when what the asker has read was prepared
     */
    public record Done(
            @NotNull String step,
            @Nullable String reference,
            @NotNull Instant preparedAt) {}

    /** @param preparedAt when what the asker has read was prepared */
    public record Back(
            @NotNull String step,
            @NotNull String reasons,
            @NotNull Instant preparedAt) {}

    public Receipt done(At at, Done body) {
        return run(
                        at,
                        "paper-step/" + at.paper(),
                        body,
                        given -> new DoStep(doing(at, body.preparedAt(), body.step(), body.reference())))
                .about(at.paper());
    }

    public Receipt sendBack(At at, Back body) {
        return run(
                        at,
                        "paper-back/" + at.paper(),
                        body,
                        // What another office did not approve is told without a document.
                        given -> new SendBack(doing(at, body.preparedAt(), body.step(), "-"), body.reasons()))
                .about(at.paper());
    }

    private Doing doing(At at, Instant preparedAt, String step, @Nullable String reference) {
        return new Doing(
                at.paper(),
                preparedAt,
                step,
                streams.desk(at.caseId(), at.who().side())
                        .draft(at.paper())
                        .map(draft -> data.steps(at.joint(), draft, at.who().side()))
                        .orElse(List.of()),
                at.who().person(),
                at.who().is(Role.LEAD),
                at.who().bureau(),
                at.asked(),
                reference);
    }

    Receipt run(At at, String act, Record body, Function<Desking.Given, DeskCommand> command) {
        var target = DeskStreams.ofCase(at.caseId(), at.who().side());
        return desking.run(
                DeskRights.actor(at.who()),
                at.key(),
                target,
                act,
                body,
                given -> Desk.decide(DeskStreams.desk(given.loaded(), target), command.apply(given)));
    }
}
