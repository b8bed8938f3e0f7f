package org.lianzhi.investigation.desk.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Actor;

/**
 * What somebody did with a paper within its side.
 *
 * @param reference number of the document by which another office did it; null where the own one did
 * @param reasons why it was sent back; null where the step was done
 */
public record PaperAct(
        String step, @Nullable String reference, @Nullable String reasons, Actor by, Instant at) {

    public boolean isBack() {
        return reasons != null;
    }

    boolean isOf(String office) {
        return Optional.ofNullable(by.bureau()).filter(office::equals).isPresent();
    }
}
