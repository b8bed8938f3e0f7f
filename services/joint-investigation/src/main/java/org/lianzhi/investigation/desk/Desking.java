package org.lianzhi.investigation.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.Actor;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.ContentDigest;
import org.springframework.stereotype.Component;

/** Runs a command about a desk or a rota on its record. */
@Component
class Desking {

    private final Commands commands;
    private final Claims claims;
    private final Clock clock;

    Desking(Commands commands, Claims claims, Clock clock) {
        this.commands = commands;
        this.claims = claims;
        this.clock = clock;
    }

    /** What the first attempt fixed. */
    record Given(String id, Instant at, Map<StreamId, EventStream> loaded) {}

    Receipt run(
            Actor actor,
            IdempotencyKey key,
            StreamId target,
            String act,
            Record body,
            Function<Given, List<DeskEvent>> decide) {
        String digest = CommitHash.of(target.toString(), ContentDigest.of(act, body));
        Intent intent = claims.claim(actor.written(), key.value(), digest, clock.instant());
        String id = SortableIds.derive(intent.at(), intent.id());
        Commands.Receipt done = commands.run(
                intent,
                target,
                List.of(),
                OptionalLong.empty(),
                loaded -> Recorded.all(decide.apply(new Given(id, intent.at(), loaded))));
        return Receipt.of(done, id);
    }
}
