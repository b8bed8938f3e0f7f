package org.lianzhi.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.InspectionProposed;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;

class ContentDigestTest {

    private static final InspectionProposed VISIT = new InspectionProposed(
            "i-1",
            "",
            Instant.parse("2024-07-03T01:00:00Z"),
            new Place("431129", null, 24.97, 111.58),
            "look at the outlet",
            1);

    @Test
    void the_digest_is_that_of_the_wire_name_and_the_sorted_json_without_the_digest() throws Exception {
        String text = "case.inspection-proposed.v1\n"
                + "{\"epoch\":1,\"inspection\":\"i-1\",\"meetingPoint\":"
                + "{\"county\":\"431129\",\"latitude\":24.97,\"longitude\":111.58},"
                + "\"purpose\":\"look at the outlet\",\"startsAt\":\"2024-07-03T01:00:00Z\"}";
        assertThat(EventJson.writeWithout("digest", VISIT)).isEqualTo(text.substring(text.indexOf('{')));
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8"));

        assertThat(ContentDigest.of(VISIT)).isEqualTo(HexFormat.of().formatHex(expected));
    }

    @Test
    void the_digest_that_stands_in_the_event_does_not_change_it() {
        var digested = new InspectionProposed(
                VISIT.inspection(),
                ContentDigest.of(VISIT),
                VISIT.startsAt(),
                VISIT.meetingPoint(),
                VISIT.purpose(),
                VISIT.epoch());

        assertThat(ContentDigest.of(digested)).isEqualTo(digested.digest());
    }

    @Test
    void an_event_without_a_digest_of_its_own_has_the_one_of_what_is_written_also_by_a_version_that_writes_more() {
        PublishedEvent done = new CaseEvent.MeasureReportedDone(
                "o-1", "m-1", "A wall \"雨水\" was built.", LocalDate.parse("2024-07-03"), List.of());
        String json = EventJson.write(done);
        assertThat(ContentDigest.ofWritten("case.measure-reported-done.v1", json))
                .isEqualTo(ContentDigest.of(done));

        String more = json.replaceFirst("}$", ",\"weather\":\"dry\"}");
        assertThat(EventJson.read("case.measure-reported-done.v1", more)).contains(done);
        assertThat(ContentDigest.ofWritten("case.measure-reported-done.v1", more))
                .isNotEqualTo(ContentDigest.of(done));
    }

    @Test
    void equal_components_of_different_kinds_have_different_digests() {
        assertThat(ContentDigest.of("a", VISIT)).isNotEqualTo(ContentDigest.of("b", VISIT));
    }

    @Test
    void a_command_that_names_another_digest_is_another_command() {
        assertThat(ContentDigest.of("sign", new Signature("a".repeat(64), "rectified")))
                .isNotEqualTo(ContentDigest.of("sign", new Signature("b".repeat(64), "rectified")));
    }

    private record Signature(String digest, String outcome) {}

    @Test
    void every_part_of_a_released_summary_is_under_its_digest() {
        ReleasedSummary summary = Examples.SUMMARY;
        String digest = ContentDigest.of(summary);

        assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(ContentDigest.of(summary));
        assertThat(ContentDigest.of(with(summary, "another text", summary.synthetic())))
                .isNotEqualTo(digest);
        assertThat(ContentDigest.of(with(summary, summary.text(), false))).isNotEqualTo(digest);
    }

    private static ReleasedSummary with(ReleasedSummary summary, String text, boolean synthetic) {
        return new ReleasedSummary(
                summary.category(),
                text,
                summary.allegedCause(),
                summary.affectedWater(),
                summary.suspectedOutlet(),
                summary.suspectedFacility(),
                summary.observedAt(),
                summary.weather(),
                summary.stillGoingOn(),
                summary.photos(),
                synthetic);
    }
}
