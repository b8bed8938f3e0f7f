package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.EVERYTHING;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.TODAY;
import static org.lianzhi.investigation.domain.Cases.disposition;
import static org.lianzhi.investigation.domain.Cases.order;
import static org.lianzhi.investigation.domain.Cases.readyToSign;
import static org.lianzhi.investigation.domain.Cases.signature;
import static org.lianzhi.investigation.domain.Cases.withFinding;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.DecideDisposition;
import org.lianzhi.model.CaseEvent.DispositionDecided;
import org.lianzhi.model.Side;

class DispositionRulesTest {

    private static final DispositionDecided EXEMPT = new DispositionDecided(
            "d1",
            "first-offence-exemption",
            "no. 1",
            TODAY,
            disposition("d1", List.of()).bases(),
            EVERYTHING,
            12,
            "The first time, and put right at once.",
            1);

    private static DecideDisposition penalty(String id, LocalDate decidedOn, String reasons) {
        return new DecideDisposition(
                id, "penalty", "no. 2", decidedOn, List.of(), List.of(), List.of(), null, reasons, TODAY);
    }

    @Test
    void a_first_offence_is_exempt_where_every_condition_was_checked_and_what_was_ordered_is_there() {
        readyToSign()
                .when(GX, disposition("d1", EVERYTHING))
                .then(EXEMPT)
                .when(GX, disposition("d1", EVERYTHING))
                .nothing();
        for (String missing : EVERYTHING) {
            List<String> rest = EVERYTHING.stream()
                    .filter(condition -> !condition.equals(missing))
                    .toList();
            readyToSign().when(GX, disposition("d1", rest)).refused("case.disposition.condition", missing);
        }
        withFinding()
                .after(GX, order("o1"))
                .when(GX, disposition("d1", EVERYTHING))
                .refused("case.disposition.not-corrected");
        withFinding().when(GX, disposition("d1", EVERYTHING)).then(EXEMPT);
    }

    @Test
    void each_side_decides_by_its_own_law_and_its_last_word_counts() {
        CaseSpec both =
                readyToSign().after(GX, disposition("d1", EVERYTHING)).after(HN, penalty("d2", TODAY, "By law."));
        assertThat(last(both, GX)).isEqualTo("first-offence-exemption");
        assertThat(last(both, HN)).isEqualTo("penalty");
        assertThat(last(both.after(GX, penalty("d3", TODAY, "It was not the first.")), GX))
                .isEqualTo("penalty");
    }

    private static String last(CaseSpec spec, Side side) {
        return spec.joint()
                .recordOf(side)
                .last(DispositionDecided.class)
                .orElseThrow()
                .event()
                .kind();
    }

    @Test
    void it_waits_for_a_finding_is_not_in_the_future_and_says_why() {
        Cases.withVisit().when(GX, penalty("d1", TODAY, "By law.")).refused("case.disposition.no-finding");
        withFinding().when(GX, penalty("d1", TODAY.plusDays(1), "By law.")).refused("case.in-the-future", TODAY);
        withFinding().when(GX, penalty("d1", TODAY, "Why")).refused("case.words.too-short", "reasons", 5);
        CaseSpec.given(Cases.BEGUN).when(GX, penalty("d1", TODAY, "By law.")).refused("case.not-acknowledged");
    }

    @Test
    void no_signature_covers_it_so_it_neither_waits_for_the_end_nor_breaks_it() {
        CaseSpec signed = readyToSign().after(GX, signature(readyToSign()));
        CaseSpec decided = signed.after(GX, disposition("d1", EVERYTHING));
        assertThat(Closure.of(decided.joint()).hasSignedWhatIs(GX)).isTrue();
        CaseSpec closed = decided.after(HN, signature(decided));
        assertThat(closed.joint().closed()).isTrue();
        assertThat(closed.after(HN, penalty("d2", TODAY, "By law.")).joint().closed())
                .isTrue();
    }
}
