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

    /** The page of a report. */
    static String href(String id) {
        return "/staff/reports/" + id;
    }
}
