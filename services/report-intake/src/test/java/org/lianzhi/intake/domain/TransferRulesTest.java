package org.lianzhi.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.intake.domain.Reports.FILED;
import static org.lianzhi.intake.domain.Reports.spec;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianzhi.intake.domain.ReportCommand.Accept;
import org.lianzhi.intake.domain.ReportCommand.ObjectToTransfer;
import org.lianzhi.intake.domain.ReportCommand.Receiver;
import org.lianzhi.intake.domain.ReportCommand.SettleTransfer;
import org.lianzhi.intake.domain.ReportCommand.Transfer;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.TransferObjected;
import org.lianzhi.model.ReportEvent.TransferSettled;

class TransferRulesTest {

    private static final String OWN = "431129-branch";
    private static final String OTHER = "431125-branch";
    private static final String CITY = "431100-department";
    private static final Instant DUE = Instant.parse("2024-07-15T16:00:00Z");
    private static final ReportTransferred TRANSFERRED =
            new ReportTransferred(OWN, OTHER, "place", "It lies in Jiangyong.", DUE, "objection");
    private static final TransferObjected OBJECTED = new TransferObjected(OWN, CITY, "not-our-area", "It does not.");
    private static final ObjectToTransfer OBJECTION =
            new ObjectToTransfer("not-our-area", " It does not. ", CITY, DUE.minusSeconds(1));
    private static final TransferSettled SETTLED = new TransferSettled(OTHER, "Letter 1");

    private static String holder(Report report) {
        return report instanceof Report.Filed filed ? filed.filed().bureau() : "nobody";
    }

    @Test
    void the_other_office_holds_what_it_got_and_decides_on_it() {
        spec().given(FILED)
                .when(new Transfer(TRANSFERRED, Receiver.GOOD))
                .then(TRANSFERRED)
                .and(report -> {
                    assertThat(Report.code(report)).isEqualTo("transferred");
                    assertThat(holder(report)).isEqualTo(OTHER);
                });
        spec().given(FILED, TRANSFERRED).when(new Accept(OTHER)).then(new ReportAccepted(OTHER));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, unknown", "ITSELF, itself", "OTHER_SIDE, other-side"})
    void not_every_office_can_get_a_report(Receiver receiver, String rule) {
        spec().given(FILED).when(new Transfer(TRANSFERRED, receiver)).refused("report.transfer." + rule);
    }

    @Test
    void a_transfer_needs_a_reason_words_and_a_report_that_nobody_has_decided_on() {
        spec().given(FILED)
                .when(new Transfer(new ReportTransferred(OWN, OTHER, "busy", "words", DUE, "objection"), Receiver.GOOD))
                .refused("report.reason-unknown");
        spec().given(FILED)
                .when(new Transfer(new ReportTransferred(OWN, OTHER, "place", " ", DUE, "objection"), Receiver.GOOD))
                .refused("report.words-missing");
        spec().given(FILED, new ReportAccepted(OWN))
                .when(new Transfer(TRANSFERRED, Receiver.GOOD))
                .refused("report.already-decided");
    }

    @Test
    void whoever_objects_in_time_sends_it_back_and_the_common_superior_is_named() {
        spec().given(FILED, TRANSFERRED).when(OBJECTION).then(OBJECTED).and(report -> {
            assertThat(Report.code(report)).isEqualTo("disputed");
            assertThat(holder(report)).isEqualTo(OWN);
        });
        spec().given(FILED, TRANSFERRED)
                .when(new ObjectToTransfer("not-our-area", "It does not.", CITY, DUE))
                .refused("report.objection-too-late");
        spec().given(FILED, TRANSFERRED)
                .when(new ObjectToTransfer("busy", "We are busy.", CITY, DUE.minusSeconds(1)))
                .refused("report.reason-unknown");
        spec().given(FILED).when(OBJECTION).refused("report.not-transferred");
    }

    @Test
    void a_report_does_not_wander() {
        spec().given(FILED, TRANSFERRED)
                .when(new Transfer(TRANSFERRED, Receiver.GOOD))
                .refused("report.transfer.object-instead");
        spec().given(FILED, TRANSFERRED, OBJECTED)
                .when(new Transfer(TRANSFERRED, Receiver.GOOD))
                .refused("report.transfer.ask-superior");
    }

    @Test
    void the_office_that_got_it_back_deals_with_it_after_all_or_enters_what_the_superior_decided() {
        spec().given(FILED, TRANSFERRED, OBJECTED).when(new Accept(OWN)).then(new ReportAccepted(OWN));
        spec().given(FILED, TRANSFERRED, OBJECTED)
                .when(new SettleTransfer(OTHER, " Letter 1 ", Receiver.GOOD))
                .then(SETTLED)
                .and(report -> {
                    assertThat(Report.code(report)).isEqualTo("received");
                    assertThat(holder(report)).isEqualTo(OTHER);
                });
        spec().given(FILED, TRANSFERRED, OBJECTED)
                .when(new SettleTransfer(OWN, "Letter 1", Receiver.ITSELF))
                .then(new TransferSettled(OWN, "Letter 1"));
        spec().given(FILED, TRANSFERRED, OBJECTED)
                .when(new SettleTransfer("451123-branch", "Letter 1", Receiver.OTHER_SIDE))
                .refused("report.transfer.other-side");
        spec().given(FILED)
                .when(new SettleTransfer(OTHER, "Letter 1", Receiver.GOOD))
                .refused("report.not-disputed");
    }

    @Test
    void what_the_superior_decided_cannot_be_objected_to_any_more() {
        spec().given(FILED, TRANSFERRED, OBJECTED, SETTLED).when(OBJECTION).refused("report.not-transferred");
    }
}
