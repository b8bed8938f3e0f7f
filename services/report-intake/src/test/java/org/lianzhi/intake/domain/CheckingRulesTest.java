package org.lianzhi.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.intake.domain.Reports.CROSSED;
import static org.lianzhi.intake.domain.Reports.FILED;
import static org.lianzhi.intake.domain.Reports.RELEASED;
import static org.lianzhi.intake.domain.Reports.spec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianzhi.intake.domain.ReportCommand.Correct;
import org.lianzhi.intake.domain.ReportCommand.CorrectPlace;
import org.lianzhi.intake.domain.ReportCommand.Note;
import org.lianzhi.intake.domain.ReportCommand.Verify;
import org.lianzhi.model.ReportEvent.DetailsCorrected;
import org.lianzhi.model.ReportEvent.PlaceCorrected;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportNoted;
import org.lianzhi.model.ReportEvent.ReportVerified;

class CheckingRulesTest {

    private static final ReportAccepted ACCEPTED = new ReportAccepted("431129-branch");

    private static ReportFiled facts(Report report) {
        return ((Report.Filed) report).filed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"substantiated", "partly", "unsubstantiated"})
    void what_was_established_stands_apart_from_what_was_decided(String result) {
        spec().given(FILED, ACCEPTED)
                .when(new Verify(result, " We went there. "))
                .then(new ReportVerified(result, "We went there."))
                .and(report -> assertThat(Report.code(report)).isEqualTo("accepted"));
        spec().given(FILED, RELEASED, CROSSED)
                .when(new Verify(result, "We went there."))
                .then(new ReportVerified(result, "We went there."));
    }

    @Test
    void it_may_be_established_anew() {
        spec().given(FILED, ACCEPTED, new ReportVerified("unsubstantiated", "Nothing."))
                .when(new Verify("partly", "At night there was something."))
                .then(new ReportVerified("partly", "At night there was something."));
    }

    @Test
    void nothing_is_established_without_words_or_about_what_nobody_deals_with() {
        spec().given(FILED, ACCEPTED).when(new Verify("maybe", "Words")).refused("report.verification-unknown");
        spec().given(FILED, ACCEPTED).when(new Verify("partly", " ")).refused("report.words-missing");
        spec().given(FILED).when(new Verify("partly", "Words")).refused("report.not-verifiable");
        spec().given(FILED, new ReportNotAccepted("too-vague", null))
                .when(new Verify("partly", "Words"))
                .refused("report.not-verifiable");
    }

    @Test
    void a_note_is_written_about_any_report_and_its_words_stand_in_no_record() {
        spec().given(FILED).when(new Note("Phone again on Monday")).then(new ReportNoted());
        spec().given(FILED, new ReportNotAccepted("too-vague", null))
                .when(new Note("Phone again on Monday"))
                .then(new ReportNoted());
        spec().given(FILED).when(new Note(" ")).refused("report.words-missing");
    }

    private static final PlaceCorrected MOVED = new PlaceCorrected("water", "431129", "431125", false, "We saw it.");

    @Test
    void a_moved_pin_changes_county_and_zone_and_leaves_what_was_decided() {
        spec().given(FILED, ACCEPTED)
                .when(new CorrectPlace(MOVED, true, null))
                .then(MOVED)
                .and(report -> {
                    assertThat(facts(report).county()).isEqualTo("431125");
                    assertThat(facts(report).suspectedCounty()).isEqualTo("451123");
                    assertThat(facts(report).inBorderZone()).isFalse();
                    assertThat(Report.code(report)).isEqualTo("accepted");
                });
        var facility = new PlaceCorrected("facility", "451123", null, true, "We saw it.");
        spec().given(FILED)
                .when(new CorrectPlace(facility, true, null))
                .then(facility)
                .and(report -> {
                    assertThat(facts(report).county()).isEqualTo("431129");
                    assertThat(facts(report).suspectedCounty()).isNull();
                });
    }

    @Test
    void a_pin_is_moved_with_a_reason_to_somewhere_else_and_the_side_is_said_again_of_what_was_accepted() {
        spec().given(FILED).when(new CorrectPlace(MOVED, false, null)).refused("report.correction-same");
        var silent = new PlaceCorrected("water", "431129", "431125", false, " ");
        spec().given(FILED).when(new CorrectPlace(silent, true, null)).refused("report.words-missing");
        spec().given(FILED, ACCEPTED)
                .when(new CorrectPlace(MOVED, true, "both-sides"))
                .refused("report.side-unconfirmed");
        spec().given(FILED).when(new CorrectPlace(MOVED, true, "both-sides")).then(MOVED);
    }

    @ParameterizedTest
    @CsvSource({"category, livestock-wastewater, other", "place, 431129, 431125", "source, 451123, 451102"})
    void a_correction_keeps_what_was_before(String what, String before, String after) {
        spec().given(FILED, ACCEPTED)
                .when(new Correct(what, after, "We saw it.", true))
                .then(new DetailsCorrected(what, before, after, "We saw it."))
                .and(report -> {
                    assertThat(facts(report).toString()).contains(after).doesNotContain(before + ",");
                    assertThat(Report.code(report)).isEqualTo("accepted");
                });
    }

    @Test
    void what_is_corrected_must_exist_and_differ() {
        spec().given(FILED).when(new Correct("colour", "brown", "Words", true)).refused("report.correction-unknown");
        spec().given(FILED).when(new Correct("place", "999999", "Words", false)).refused("report.correction-unknown");
        spec().given(FILED).when(new Correct("place", "431129", "Words", true)).refused("report.correction-same");
        spec().given(FILED).when(new Correct("place", "431125", " ", true)).refused("report.words-missing");
    }
}
