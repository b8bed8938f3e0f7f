package org.lianzhi.investigation.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lianzhi.investigation.domain.CaseCommand;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.Recorded;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Side;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.ContentDigest;
import org.springframework.stereotype.Component;

/** Runs a command on a case: reads all of its records, appends to the one of the side that asks. */
@Component
public class Casework {

    private final CaseStreams streams;
    private final Commands commands;
    private final Claims claims;
    private final Clock clock;

    Casework(CaseStreams streams, Commands commands, Claims claims, Clock clock) {
        this.streams = streams;
        this.commands = commands;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * What the first attempt fixed.
     *
     * @param id for what the command creates
     */
    public record Given(String id, Instant at) {}

    /** An officer of a bureau that takes part asks for something that creates nothing of its own. */
    public Receipt change(Asked asked, String act, Record body, Function<Given, CaseCommand> command) {
        return create(asked, act, body, command).about(asked.caseId());
    }

    /** The head of an office that takes part decides. */
    public Receipt approve(Asked asked, String act, Record body, Function<Given, CaseCommand> command) {
        return run(asked, act, body, command, CaseRights::head).about(asked.caseId());
    }

    /** An officer of a bureau that takes part creates something. */
    public Receipt create(Asked asked, String act, Record body, Function<Given, CaseCommand> command) {
        return run(asked, act, body, command, CaseRights::officer);
    }

    /** The laboratory that a sample was sent to adds what it did. */
    public Receipt analyse(Asked asked, String sample, String act, Record body, Function<Given, CaseCommand> command) {
        return run(asked, act, body, command, (who, joint) -> CaseRights.laboratory(who, joint, sample))
                .about(asked.caseId());
    }

    private Receipt run(
            Asked asked,
            String act,
            Record body,
            Function<Given, CaseCommand> command,
            BiFunction<SignedIn, JointCase, Actor> rights) {
        JointCase joint = streams.loadFor(asked.who().side(), asked.caseId()).joint();
        Actor actor = rights.apply(asked.who(), joint);
        String digest = CommitHash.of(asked.caseId(), ContentDigest.of(act, body));
        Intent intent = claims.claim(actor.written(), asked.key().value(), digest, clock.instant());
        Given given = new Given(SortableIds.derive(intent.at(), intent.id()), intent.at());
        Commands.Receipt done =
                run(intent, asked.caseId(), asked.who().side(), asked.expected().value(), command.apply(given));
        return Receipt.of(done, given.id());
    }

    /** A side's policy acts. Its intent derives from the cause, so a replay changes nothing. */
    public void act(Intent intent, String caseId, Side side, CaseCommand command) {
        run(intent, caseId, side, OptionalLong.empty(), command);
    }

    private Commands.Receipt run(Intent intent, String caseId, Side side, OptionalLong expected, CaseCommand command) {
        StreamId target = streams.stream(caseId, side);
        return commands.run(
                intent,
                target,
                streams.all(caseId),
                expected,
                loaded -> decide(streams.seenBy(side, caseId, CaseStreams.fold(loaded)), side, command));
    }

    private static List<EventData> decide(JointCase joint, Side side, CaseCommand command) {
        return Recorded.all(JointCase.decide(joint, side, command));
    }
}
