package org.lianzhi.investigation.supervision;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.Casework.Given;
import org.lianzhi.investigation.supervision.domain.Supervision;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand;
import org.lianzhi.investigation.supervision.stream.SupervisionStreams;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Side;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.ContentDigest;
import org.springframework.stereotype.Component;

/** Runs a command of supervision: rights by the case, then the record of the asking side. */
@Component
class Supervising {

    private final CaseStreams cases;
    private final SupervisionStreams streams;
    private final Commands commands;
    private final Claims claims;
    private final Clock clock;

    Supervising(CaseStreams cases, SupervisionStreams streams, Commands commands, Claims claims, Clock clock) {
        this.cases = cases;
        this.streams = streams;
        this.commands = commands;
        this.claims = claims;
        this.clock = clock;
    }

    /** A supervisor of a side that takes part asks. */
    Receipt supervise(Asked asked, String act, Record body, Function<Given, SupervisionCommand> command) {
        Actor actor = SupervisionRights.supervisor(
                asked.who(), cases.load(asked.caseId()).joint());
        return run(asked, actor, act, body, command);
    }

    /** The office that an instruction went to answers. */
    Receipt answer(Asked asked, String instruction, String act, Record body, SupervisionCommand command) {
        Supervision supervision =
                streams.load(asked.caseId(), asked.who().side()).supervision();
        Actor actor = SupervisionRights.addressee(asked.who(), supervision, instruction);
        return run(asked, actor, act, body, given -> command).about(instruction);
    }

    private Receipt run(
            Asked asked, Actor actor, String act, Record body, Function<Given, SupervisionCommand> command) {
        String digest = CommitHash.of(asked.caseId(), ContentDigest.of(act, body));
        Intent intent = claims.claim(actor.written(), asked.key().value(), digest, clock.instant());
        Given given = new Given(SortableIds.derive(intent.at(), intent.id()), intent.at());
        Commands.Receipt done =
                run(intent, asked.caseId(), asked.who().side(), asked.expected().value(), command.apply(given));
        return Receipt.of(done, given.id());
    }

    /** The side's clock acts. Its intent derives from the cause, so that firing twice changes nothing. */
    void act(Intent intent, String caseId, Side side, SupervisionCommand command) {
        run(intent, caseId, side, OptionalLong.empty(), command);
    }

    private Commands.Receipt run(
            Intent intent, String caseId, Side side, OptionalLong expected, SupervisionCommand command) {
        StreamId target = SupervisionStreams.stream(caseId, side);
        return commands.run(
                intent,
                target,
                List.of(),
                expected,
                loaded -> Recorded.all(Supervision.decide(SupervisionStreams.fold(loaded, target), command)));
    }
}
