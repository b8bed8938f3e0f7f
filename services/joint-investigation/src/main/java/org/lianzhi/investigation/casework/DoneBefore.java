package org.lianzhi.investigation.casework;

import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.model.Actor;
import org.springframework.stereotype.Component;

/**
 * Whether a command stands in a record already. Then it is answered as the first time, also to a person who has lost the right
 * to it since: the answer to the first attempt may not have arrived, and a refusal would say that nothing was done.
 */
@Component
public class DoneBefore {

    private final Journal journal;

    DoneBefore(Journal journal) {
        this.journal = journal;
    }

    /**
     * Checks a right, but not of a command that the same person sent with success before.
     *
     * @param right throws {@link NotForYou} for who does not have it
     * @throws NotForYou for who neither has the right nor has done this before
     */
    public void orRequire(Actor actor, IdempotencyKey key, StreamId record, Runnable right) {
        try {
            right.run();
        } catch (NotForYou refused) {
            boolean done = journal.load(record)
                    .find(Claims.id(actor.written(), key.value()))
                    .isPresent();
            if (!done) {
                throw refused;
            }
        }
    }
}
