package org.lianzhi.portal.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Tag;

/** The samples that were sent to a laboratory, what is to be done first. */
public record SamplesPage(List<Sample> samples) {

    /**
     * One sample.
     *
     * @param href of the next act, or of the case once there is none
     * @param next message key of the next act
     * @param parameters in the reader's words
     */
    public record Sample(
            String href,
            String number,
            String caseNumber,
            String medium,
            String parameters,
            Tag state,
            String next,
            @Nullable String seal,
            @Nullable Instant handedOverAt,
            boolean synthetic) {}
}
