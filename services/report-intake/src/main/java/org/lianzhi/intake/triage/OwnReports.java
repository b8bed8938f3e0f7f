package org.lianzhi.intake.triage;

import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;

/** Who may deal with a report: officers and leads of the bureau that it came to, nobody else. */
public final class OwnReports {

    private final Reports reports;

    public OwnReports(Reports reports) {
        this.reports = reports;
    }

    /** @throws NotForYou for everybody else, and for what is not there */
    ReportRecord load(SignedIn who, String id) {
        ReportRecord record = loadToRepeat(who, id);
        if (!isOwn(who, record)) {
            throw new NotForYou();
        }
        return record;
    }

    /**
     * The same for who acted on it and does not hold it any more: whoever gives a report away and asks again, because the
     * answer got lost, is told what they were to be told. They may do nothing else.
     *
     * @throws NotForYou for everybody else, and for what is not there
     */
    ReportRecord loadToRepeat(SignedIn who, String id) {
        who.require(Role.OFFICER, Role.LEAD);
        ReportRecord record = reports.load(Reports.stream(id, who.side()));
        if (!isOwn(who, record) && !record.isBy(actor(who))) {
            throw new NotForYou();
        }
        return record;
    }

    static boolean isOwn(SignedIn who, ReportRecord record) {
        return record.report().filed().bureau().equals(who.bureau());
    }

    static Actor actor(SignedIn who) {
        return who.as(who.is(Role.OFFICER) ? Role.OFFICER : Role.LEAD);
    }
}
