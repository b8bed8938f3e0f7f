package org.lianzhi.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.FindingConfirmed;
import org.lianzhi.model.PublishedEvent;

/**
 * An event in a third version, on the real machinery. The table is the test's own: no published event has a second version
 * yet. In the first an acknowledgement named an {@code office}, in the second that was called {@code unit} and had its kind
 * apart; today it is {@code bureau}.
 */
class UpcastingTest {

    private static final WireTable TABLE = new WireTable()
            .register(
                    CaseAcknowledged.class,
                    "case.acknowledged",
                    3,
                    List.of(
                            first -> {
                                first.set("unit", first.remove("office"));
                                return first.put("kind", "branch");
                            },
                            second -> {
                                String bureau = second.path("unit").asString() + "-"
                                        + second.path("kind").asString();
                                return second.put("bureau", bureau);
                            }))
            .register(FindingConfirmed.class, "case.finding-confirmed");

    @Test
    void each_version_that_was_published_is_read_as_the_present_one() {
        assertThat(read("case.acknowledged.v1", "{\"office\":\"451123\"}")).contains(acknowledged());
        assertThat(read("case.acknowledged.v2", "{\"unit\":\"451123\",\"kind\":\"branch\"}"))
                .contains(acknowledged());
        assertThat(read("case.acknowledged.v3", "{\"bureau\":\"451123-branch\"}"))
                .contains(acknowledged());
    }

    @Test
    void a_record_that_was_begun_before_is_folded_like_one_of_today() {
        List<PublishedEvent> folded = new ArrayList<>();
        for (String[] written : new String[][] {
            {"case.acknowledged.v1", "{\"office\":\"451123\",\"later\":{\"unknown\":[1]}}"},
            {"case.acknowledged.v3", "{\"bureau\":\"451123-branch\"}"}
        }) {
            read(written[0], written[1]).ifPresent(folded::add);
        }
        assertThat(folded).containsExactly(acknowledged(), acknowledged());
    }

    @Test
    void what_is_kept_stays_as_it_was_written() {
        byte[] kept = "{ \"office\" : \"451123\", \"later\":1 }".getBytes(StandardCharsets.UTF_8);
        byte[] before = kept.clone();
        EventJson.read(TABLE, "case.acknowledged.v1", kept);
        assertThat(kept).isEqualTo(before);
    }

    @Test
    void what_an_upcaster_does_not_know_goes_on_to_the_next() {
        List<String> seen = new ArrayList<>();
        WireTable table = new WireTable()
                .register(CaseAcknowledged.class, "case.acknowledged", 3, List.of(first -> first, second -> {
                    seen.addAll(second.propertyNames());
                    return second;
                }));
        EventJson.read(
                table,
                "case.acknowledged.v1",
                "{\"bureau\":\"451123-branch\",\"later\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(seen).containsExactly("bureau", "later");
    }

    @Test
    void an_unknown_name_is_passed_over_and_a_later_version_of_a_known_one_is_not() {
        assertThat(read("case.mediated.v1", "{}")).isEmpty();
        assertThat(read("case.acknowledged", "{}")).isEmpty();
        assertThat(read("case.acknowledged.v0", "{}")).isEmpty();
        assertThatThrownBy(() -> read("case.acknowledged.v4", "{}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("case.acknowledged.v4");
        assertThatThrownBy(() -> read("case.finding-confirmed.v999", "{}")).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void data_that_an_upcaster_cannot_use_are_refused_without_being_repeated() {
        for (String broken : List.of("[\"call 13800138000\"]", "{\"office\":", "{\"office\":{\"call\":1}}")) {
            assertThatThrownBy(() -> read("case.acknowledged.v1", broken))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageNotContaining("13800138000");
        }
    }

    @Test
    void a_new_version_without_a_way_from_the_old_one_cannot_be_registered() {
        assertThatThrownBy(() -> new WireTable().register(CaseAcknowledged.class, "case.acknowledged", 2, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("case.acknowledged.v2 needs an upcaster");
    }

    private static Optional<PublishedEvent> read(String type, String json) {
        return EventJson.read(TABLE, type, json.getBytes(StandardCharsets.UTF_8));
    }

    private static CaseAcknowledged acknowledged() {
        return new CaseAcknowledged("451123-branch");
    }
}
