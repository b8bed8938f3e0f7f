package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.CaseSpec.given;
import static org.lianzhi.investigation.domain.Cases.AT_WORK;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.LATER;
import static org.lianzhi.investigation.domain.Cases.OUTLET;
import static org.lianzhi.investigation.domain.Cases.ZONE;
import static org.lianzhi.investigation.domain.Cases.received;
import static org.lianzhi.investigation.domain.Cases.receiving;
import static org.lianzhi.investigation.domain.Cases.results;
import static org.lianzhi.investigation.domain.Cases.sample;
import static org.lianzhi.investigation.domain.Cases.sending;
import static org.lianzhi.investigation.domain.Cases.sent;
import static org.lianzhi.investigation.domain.Cases.taking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.Line;
import org.lianzhi.investigation.domain.CaseCommand.ReportResults;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.CaseEvent.Result;
import org.lianzhi.model.CaseEvent.ResultsReported;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.CaseEvent.SampleSent;
import org.lianzhi.model.CaseEvent.SampleTaken;
import org.lianzhi.standards.Standard;

class SampleRulesTest {

    private static final String LABORATORY = "431129-laboratory";
    private static final CaseSpec TAKEN = given(AT_WORK).after(HN, taking(sample("s1", "431129-branch", "A-1")));
    private static final CaseSpec SENT = TAKEN.after(HN, sending(sent("s1", LABORATORY, "A-1")));
    private static final CaseSpec RECEIVED = SENT.after(HN, receiving(received("s1", LABORATORY, true)));

    @Test
    void each_side_takes_its_part_under_a_seal_of_its_own() {
        SampleTaken part = sample("s1", "431129-branch", "A-1");
        given(AT_WORK).when(HN, taking(part)).then(part);
        TAKEN.when(HN, taking(sample("s2", "431129-branch", "A-1"))).refused("case.sample.seal-used", "A-1");
    }

    @Test
    void a_sample_needs_two_officers_known_codes_and_something_to_analyse() {
        given(AT_WORK)
                .when(HN, taking(odd("split", "wastewater", List.of("cod"), 1)))
                .refused("case.inspectors.too-few", 2);
        given(AT_WORK)
                .when(HN, taking(odd("half", "wastewater", List.of("cod"), 2)))
                .refused("case.sample.part-unknown");
        given(AT_WORK).when(HN, taking(odd("split", "air", List.of("cod"), 2))).refused("case.sample.medium-unknown");
        given(AT_WORK)
                .when(HN, taking(odd("split", "wastewater", List.of(), 2)))
                .refused("case.sample.no-parameters");
    }

    private static SampleTaken odd(String part, String medium, List<String> parameters, int persons) {
        List<Inspector> takenBy = Cases.two("431129-branch").subList(0, persons);
        return new SampleTaken("s1", "S-1", part, medium, true, OUTLET, LATER, "A-1", takenBy, parameters);
    }

    @Test
    void what_is_handed_over_bears_the_seal_under_which_it_was_taken() {
        TAKEN.when(HN, sending(sent("s1", LABORATORY, "A-1"))).then(sent("s1", LABORATORY, "A-1"));
        TAKEN.when(HN, sending(sent("s1", LABORATORY, "A-2"))).refused("case.sample.seal-differs", "A-1", "A-2");
    }

    @Test
    void a_sample_is_handed_over_once_and_not_by_the_other_side() {
        SENT.when(HN, sending(sent("s1", LABORATORY, "A-1"))).nothing();
        SENT.when(HN, sending(sent("s1", "431102-laboratory", "A-1"))).refused("case.sample.sent", "s1");
        TAKEN.when(GX, sending(sent("s1", LABORATORY, "A-1"))).refused("case.sample.unknown");
    }

    @Test
    void only_the_laboratory_that_it_was_sent_to_receives_it() {
        SENT.when(HN, receiving(received("s1", LABORATORY, true))).then(received("s1", LABORATORY, true));
        SENT.when(HN, receiving(received("s1", "431102-laboratory", true)))
                .refused("case.sample.other-laboratory", LABORATORY);
        TAKEN.when(HN, receiving(received("s1", LABORATORY, true))).refused("case.sample.not-sent", "s1");
    }

    @Test
    void a_time_that_has_not_come_yet_or_is_out_of_reach_is_refused_because_nothing_could_follow_it() {
        var late = LATER.plusSeconds(90_000);
        SampleTaken part = sample("s1", "431129-branch", "A-1");
        SampleTaken early = new SampleTaken(
                "s1",
                part.number(),
                part.part(),
                part.medium(),
                part.grab(),
                part.point(),
                Instant.MIN,
                "A-1",
                part.takenBy(),
                part.parameters());
        given(AT_WORK).when(HN, taking(early)).refused("case.too-long-ago");
        TAKEN.when(HN, sending(new SampleSent("s1", LABORATORY, "A-1", late))).refused("case.in-the-future");
        SENT.when(HN, receiving(new SampleReceived("s1", LABORATORY, true, late)))
                .refused("case.in-the-future");
    }

    @Test
    void a_grab_sample_against_a_daily_mean_only_indicates_and_says_so() {
        RECEIVED.when(HN, results("s1", LABORATORY))
                .then(reported(true, "grab-against-daily-mean"))
                .when(HN, results("s1", LABORATORY))
                .nothing();
    }

    @Test
    void a_broken_seal_is_the_graver_doubt() {
        SENT.after(HN, receiving(received("s1", LABORATORY, false)))
                .when(HN, results("s1", LABORATORY))
                .then(reported(true, "seal-broken"));
    }

    private static ResultsReported reported(boolean indicative, String caveat) {
        return new ResultsReported(
                "s1",
                LABORATORY,
                LATER.plusSeconds(8000),
                "GB 18596-2001",
                List.of(
                        new Result("cod", "1200", "mg/L", false, "HJ 828-2017", "400", "exceeded", "3.00"),
                        new Result("nh3-n", "40", "mg/L", false, "HJ 535-2009", "80", "within", "0.50")),
                indicative,
                caveat);
    }

    @Test
    void only_the_laboratory_that_received_it_reports() {
        SENT.when(HN, results("s1", LABORATORY)).refused("case.sample.not-received", "s1");
        RECEIVED.when(HN, results("s1", "431102-laboratory")).refused("case.sample.other-laboratory", LABORATORY);
    }

    @Test
    void results_are_complete_numbers_in_known_units() {
        RECEIVED.when(HN, lines(line("cod", "1", "mg/L"))).refused("case.results.parameter-missing", "nh3-n");
        RECEIVED.when(HN, lines(line("cod", "1", "mg/L"), line("cod", "2", "mg/L")))
                .refused("case.results.parameter-twice", "cod");
        RECEIVED.when(HN, lines(line("cod", "much", "mg/L"), line("nh3-n", "1", "mg/L")))
                .refused("case.results.value-invalid", "cod");
        RECEIVED.when(HN, lines(line("cod", "-1", "mg/L"), line("nh3-n", "1", "mg/L")))
                .refused("case.results.value-invalid", "cod");
        for (String endless : List.of("1E+100000000", "1e9", "1".repeat(13), "0." + "1".repeat(13), ".", "")) {
            RECEIVED.when(HN, lines(line("cod", endless, "mg/L"), line("nh3-n", "1", "mg/L")))
                    .refused("case.results.value-invalid", "cod");
        }
        RECEIVED.after(HN, lines(line("cod", "123456789012.123456789012", "mg/L"), line("nh3-n", ".5", "mg/L")));
        RECEIVED.when(HN, lines(line("cod", "1", "pounds"), line("nh3-n", "1", "mg/L")))
                .refused("case.results.unit-unknown", "cod");
    }

    @Test
    void a_result_stands_in_the_record_in_one_way_however_it_was_typed() {
        Map.of("5", "5", "0.5", "0.5", ".5", "0.5", "5.", "5", "\uFF11\uFF12\uFF0E\uFF15", "12.5", "005", "005")
                .forEach((typed, written) -> RECEIVED.after(
                                HN, lines(line("cod", typed, "mg/L"), line("nh3-n", "1", "mg/L")))
                        .holds(joint -> assertThat(joint.recordOf(HN)
                                        .last(ResultsReported.class)
                                        .orElseThrow()
                                        .event()
                                        .results()
                                        .getFirst()
                                        .value())
                                .isEqualTo(written)));
        RECEIVED.after(HN, lines(line("cod", ".5", "mg/L"), line("nh3-n", "1", "mg/L")))
                .when(HN, lines(line("cod", "0.5", "mg/L"), line("nh3-n", "1.", "mg/L")))
                .nothing();
    }

    @Test
    void what_is_analysed_is_named_by_codes() {
        given(AT_WORK)
                .when(HN, taking(odd("split", "wastewater", List.of("cod", "CODCr"), 2)))
                .refused("case.parameter-unknown");
        given(AT_WORK)
                .when(HN, taking(odd("split", "wastewater", List.of("c-".repeat(40) + "c"), 2)))
                .refused("case.parameter-unknown");
        RECEIVED.when(
                        HN,
                        lines(line("cod", "1", "mg/L"), line("nh3-n", "1", "mg/L"), line("\u6C28\u6C2E", "1", "mg/L")))
                .refused("case.parameter-unknown");
    }

    private static ReportResults lines(Line... lines) {
        return new ReportResults(
                "s1",
                LABORATORY,
                LATER.plusSeconds(8000),
                Standard.livestockDischarge(),
                List.of(lines),
                LATER.plusSeconds(9000));
    }

    private static Line line(String parameter, String value, String unit) {
        return new Line(parameter, value, unit, false, null);
    }

    @Test
    void the_laboratory_is_next_until_it_has_reported() {
        SENT.holds(joint ->
                assertThat(Turns.of(joint, ZONE)).contains(new Turn(Act.RECEIVE_SAMPLE, HN, LABORATORY, "s1", null)));
        RECEIVED.holds(joint -> {
            assertThat(Turns.of(joint, ZONE)).contains(new Turn(Act.REPORT_RESULTS, HN, LABORATORY, "s1", null));
            assertThat(Task.of(joint, HN, LABORATORY, ZONE))
                    .contains(new Task(Act.REPORT_RESULTS, "s1", Task.Status.OPEN, null));
            assertThat(Task.of(joint, HN, null, ZONE))
                    .contains(new Task(Act.REPORT_RESULTS, null, Task.Status.WAITING, null));
        });
    }
}
