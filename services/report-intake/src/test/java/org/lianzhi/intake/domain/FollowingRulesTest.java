package org.lianzhi.intake.domain;

import static org.lianzhi.intake.domain.Reports.CROSSED;
import static org.lianzhi.intake.domain.Reports.FILED;
import static org.lianzhi.intake.domain.Reports.RELEASED;
import static org.lianzhi.intake.domain.Reports.spec;

import org.junit.jupiter.api.Test;
import org.lianzhi.intake.domain.ReportCommand.Follow;
import org.lianzhi.intake.domain.ReportCommand.RenewCode;
import org.lianzhi.model.ReportEvent.CodeRenewed;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportFollowed;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;

class FollowingRulesTest {

    private static final ReportAccepted ACCEPTED = new ReportAccepted("431129-branch");

    @Test
    void only_what_an_officer_has_taken_on_can_be_followed() {
        spec().given(FILED, ACCEPTED).when(new Follow(0, 200)).then(new ReportFollowed());
        spec().given(FILED, RELEASED, CROSSED, new ReportFollowed())
                .when(new Follow(1, 200))
                .then(new ReportFollowed());
        spec().given(FILED).when(new Follow(0, 200)).refused("report.not-followable");
        spec().given(FILED, new ReportNotAccepted("too-vague", null))
                .when(new Follow(0, 200))
                .refused("report.not-followable");
        spec().given().when(new Follow(0, 200)).refused("report.unknown");
    }

    @Test
    void a_record_does_not_grow_without_end() {
        spec().given(FILED, ACCEPTED).when(new Follow(200, 200)).refused("report.followers-too-many");
    }

    @Test
    void a_new_code_is_for_reporters_whom_the_bureau_can_know_again() {
        spec().given(FILED).when(new RenewCode("lost")).then(new CodeRenewed("lost"));
        spec().given(FILED, ACCEPTED, new CodeRenewed("lost"))
                .when(new RenewCode("seen-by-others"))
                .then(new CodeRenewed("seen-by-others"));
        spec().given(FILED).when(new RenewCode("")).refused("report.renewal-reason-unknown");
        spec().given(anonymous()).when(new RenewCode("lost")).refused("report.renewal-without-contact");
    }

    private static ReportFiled anonymous() {
        return new ReportFiled(
                FILED.channel(),
                FILED.category(),
                FILED.county(),
                FILED.suspectedCounty(),
                FILED.bureau(),
                FILED.inBorderZone(),
                FILED.observedAt(),
                FILED.weather(),
                FILED.stillGoingOn(),
                FILED.photos(),
                false,
                FILED.triageBy(),
                FILED.triageRule(),
                FILED.synthetic());
    }
}
