package org.lianzhi.investigation.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.lianzhi.investigation.access.domain.Access;
import org.lianzhi.investigation.access.domain.AccessCommand;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.Actor;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.ContentDigest;
import org.springframework.stereotype.Component;

/** Runs a command about an access on its record. */
@Component
class Granting {

    private final Commands commands;
    private final Claims claims;
    private final Clock clock;

    Granting(Commands commands, Claims claims, Clock clock) {
        this.commands = commands;
        this.claims = claims;
        this.clock = clock;
    }

    /** A new one, in the record of the actor's side. */
    Receipt grant(Actor actor, IdempotencyKey key, Record body, Function<Instant, AccessCommand> command) {
        Intent intent = claim(actor, key, "access", body, "");
        String id = SortableIds.derive(intent.at(), intent.id());
        return run(intent, AccessStreams.stream(id, actor.side().code()), command.apply(intent.at()));
    }

    /** Something about one that is there. */
    Receipt change(
            Actor actor,
            IdempotencyKey key,
            StreamId access,
            String act,
            Record body,
            Function<Instant, AccessCommand> command) {
        Intent intent = claim(actor, key, act, body, access.toString());
        return run(intent, access, command.apply(intent.at()));
    }

    private Intent claim(Actor actor, IdempotencyKey key, String act, Record body, String access) {
        String digest = CommitHash.of(access, ContentDigest.of(act, body));
        return claims.claim(actor.written(), key.value(), digest, clock.instant());
    }

    private Receipt run(Intent intent, StreamId target, AccessCommand command) {
        Commands.Receipt done = commands.run(
                intent,
                target,
                List.of(),
                OptionalLong.empty(),
                loaded -> Recorded.all(Access.decide(AccessStreams.fold(loaded, target), command)));
        return Receipt.of(done, target.id());
    }
}
