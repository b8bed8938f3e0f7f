package org.lianzhi.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.PublishedEvent;

/** Writes into records of cases what joint-investigation would write. */
final class Cases {

    private final Commands commands;

    Cases(Commands commands) {
        this.commands = commands;
    }

    void append(String stream, PublishedEvent event) {
        StreamId id = StreamId.parse(stream);
        Intent intent =
                Intent.policy(UUID.randomUUID().toString(), "test", id.side() + "/-/policy/test", Instant.now());
        commands.run(intent, id, List.of(), loaded -> List.of(Recorded.of(event)));
    }
}
