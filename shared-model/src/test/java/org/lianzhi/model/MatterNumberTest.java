package org.lianzhi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MatterNumberTest {

    private static final Instant LATE_EVENING_IN_UTC = Instant.parse("2024-07-28T17:30:00.123Z");

    @Test
    void the_day_of_a_number_is_the_local_one() {
        String id = SortableIds.derive(LATE_EVENING_IN_UTC, "a cause");

        assertThat(MatterNumber.ofCase(id, ZoneId.of("Asia/Shanghai"))).matches("C-20240729-[0-9A-Z]{6}");
        assertThat(MatterNumber.ofReport(id, ZoneId.of("UTC"))).matches("R-20240728-[0-9A-Z]{6}");
    }

    @Test
    void an_id_gives_its_time_back() {
        assertThat(SortableIds.time(SortableIds.derive(LATE_EVENING_IN_UTC, "a cause")))
                .isEqualTo(LATE_EVENING_IN_UTC);
    }

    @Test
    void what_is_no_id_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> SortableIds.time("not-an-id")).hasMessageNotContaining("not-an-id");
        assertThatThrownBy(() -> SortableIds.time("!".repeat(26))).hasMessage("not an id");
    }
}
