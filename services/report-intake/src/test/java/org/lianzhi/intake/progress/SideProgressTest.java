package org.lianzhi.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideProgressTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:00:00Z");

    /** As it stands in the store: whichever process makes the document anew, it must be the same byte for byte. */
    @Test
    void the_steps_are_kept_in_one_order() {
        SideProgress progress = SideProgress.NONE
                .with(CaseProgress.OPENED, AT)
                .with(CaseProgress.ACKNOWLEDGED, AT)
                .with(CaseProgress.VERIFIED, AT)
                .with(CaseProgress.INSPECTED, AT)
                .closed("handed-on", AT)
                .with(CaseProgress.SAMPLED, AT)
                .with(CaseProgress.FOUND, AT);

        assertThat(List.copyOf(progress.steps().keySet())).hasSize(7).isSorted();
        assertThat(List.copyOf(progress.reopened(AT).steps().keySet()))
                .hasSize(7)
                .isSorted();
    }
}
