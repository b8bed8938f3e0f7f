package org.lianzhi.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lianzhi.model.CaseEvent.AcknowledgementMissed;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseJoined;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;

class EventJsonTest {

    @Test
    void names_are_sorted_without_blanks_and_times_are_utc_text() {
        assertThat(EventJson.write(
                        new CaseJoined("451123-branch", Instant.parse("2024-07-03T02:00:00Z"), "acknowledge", 1)))
                .isEqualTo("{\"acknowledgeBy\":\"2024-07-03T02:00:00Z\",\"acknowledgeRule\":\"acknowledge\","
                        + "\"bureau\":\"451123-branch\",\"epoch\":1}");
    }

    @Test
    void what_is_not_there_is_not_written() {
        assertThat(EventJson.write(new ReportNotAccepted("already-accepted", null)))
                .isEqualTo("{\"reason\":\"already-accepted\"}");
        assertThat(EventJson.write(new FixContested())).isEqualTo("{}");
    }

    @Test
    void chinese_is_written_as_it_is() {
        assertThat(EventJson.write(new ReportNotAccepted("other", "岭背塘水库"))).contains("岭背塘水库");
    }

    @Test
    void a_reader_passes_over_what_it_does_not_know() {
        assertThat(EventJson.read("case.acknowledged.v1", "{\"bureau\":\"451123-branch\",\"later\":[1,{}]}"))
                .contains(new CaseAcknowledged("451123-branch"));
        assertThat(EventJson.read("moon.risen.v1", "not even JSON")).isEmpty();
    }

    @Test
    void data_that_do_not_fit_are_refused_without_being_repeated() {
        assertThatThrownBy(() -> EventJson.read("case.acknowledgement-missed.v1", "{\"dueAt\":\"call 13800138000\"}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("case.acknowledgement-missed.v1")
                .hasMessageNotContaining("13800138000")
                .hasNoCause();
    }

    @Test
    void a_time_keeps_its_fraction() {
        var missed = new AcknowledgementMissed(Instant.parse("2024-07-03T02:00:00.123456789Z"));
        assertThat(EventJson.read("case.acknowledgement-missed.v1", EventJson.write(missed)))
                .contains(missed);
    }
}
