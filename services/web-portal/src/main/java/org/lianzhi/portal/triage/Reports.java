package org.lianzhi.portal.triage;

import org.lianzhi.portal.client.Service;
import org.springframework.stereotype.Component;

/** The reports of the own office, as report-intake tells them. */
@Component
class Reports {

    private final Service reportIntake;

    Reports(Service reportIntake) {
        this.reportIntake = reportIntake;
    }

    ReportView look(String id) {
        return reportIntake.get(ReportView.class, "/api/v1/reports/{id}", id);
    }

    /** What the record alone says, for a page that shows nothing of what the reporter said: nobody has looked then. */
    ReportView record(String id) {
        return reportIntake.get(ReportView.class, "/api/v1/reports/{id}?contents=false", id);
    }

    /** The page of a report. */
    static String href(String id) {
        return "/staff/reports/" + id;
    }
}
