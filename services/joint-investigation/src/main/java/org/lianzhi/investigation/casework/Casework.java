package org.lianzhi.investigation.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.lianzhi.model.Role;
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
    private final DoneBefore done;
    private final Clock clock;

    Casework(CaseStreams streams, Commands commands, Claims claims, DoneBefore done, Clock clock) {
        this.streams = streams;
        this.commands = commands;
        this.claims = claims;
        this.done = done;
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
        SignedIn who = asked.who();
        Actor actor = who.is(Role.LEAD) ? who.as(Role.LEAD) : CaseRights.officer(who);
        return run(asked, actor, act, body, command, joint -> CaseRights.requireHead(who, joint))
                .about(asked.caseId());
    }

    /** An officer of a bureau that takes part creates something. */
    public Receipt create(Asked asked, String act, Record body, Function<Given, CaseCommand> command) {
        SignedIn who = asked.who();
        Actor actor = CaseRights.officer(who);
        return run(asked, actor, act, body, command, joint -> CaseRights.requireOfficer(who, joint));
    }

    /** The laboratory that a sample was sent to adds what it did. */
    public Receipt analyse(Asked asked, String sample, String act, Record body, Function<Given, CaseCommand> command) {
        SignedIn who = asked.who();
        Actor actor = who.as(Role.LABORATORY);
        return run(asked, actor, act, body, command, joint -> CaseRights.requireLaboratory(who, joint, sample))
                .about(asked.caseId());
    }

    private Receipt run(
            Asked asked,
            Actor actor,
            String act,
            Record body,
            Function<Given, CaseCommand> command,
            Consumer<JointCase> rights) {
        Side side = asked.who().side();
        StreamId own = streams.stream(asked.caseId(), side);
        JointCase joint = streams.loadFor(side, asked.caseId()).joint();
        done.orRequire(actor, asked.key(), own, () -> rights.accept(joint));
        String digest = CommitHash.of(asked.caseId(), ContentDigest.of(act, body));
        Intent intent = claims.claim(actor.written(), asked.key().value(), digest, clock.instant());
        Given given = new Given(SortableIds.derive(intent.at(), intent.id()), intent.at());
        // What was done before is not asked for once more: it may not even be possible any more.
        Commands.Receipt receipt =
                run(intent, asked.caseId(), side, asked.expected().value(), () -> command.apply(given));
        return Receipt.of(receipt, given.id());
    }

    /** A side's policy acts. Its intent derives from the cause, so a replay changes nothing. */
    public void act(Intent intent, String caseId, Side side, CaseCommand command) {
        run(intent, caseId, side, OptionalLong.empty(), () -> command);
    }

    private Commands.Receipt run(
            Intent intent, String caseId, Side side, OptionalLong expected, Supplier<CaseCommand> command) {
        StreamId target = streams.stream(caseId, side);
        return commands.run(
                intent,
                target,
                streams.all(caseId),
                expected,
                loaded -> decide(streams.seenBy(side, caseId, CaseStreams.fold(loaded)), side, command.get()));
    }

    private static List<EventData> decide(JointCase joint, Side side, CaseCommand command) {
        return Recorded.all(JointCase.decide(joint, side, command));
    }
}
