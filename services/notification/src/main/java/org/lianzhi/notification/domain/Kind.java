package org.lianzhi.notification.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a bureau is told; the code chooses the text on the page. */
public enum Kind {
    REPORT_FILED,
    FIX_CONTESTED,
    INFORMATION_ADDED,
    PRESSURE_REPORTED,
    REVIEW_REQUESTED,
    CASE_OPENED,
    CASE_JOINED,
    CASE_DECLINED,
    ACKNOWLEDGEMENT_MISSED,
    INSPECTION_PROPOSED,
    INSPECTION_ACCEPTED,
    INSPECTION_DECLINED,
    INSPECTION_RECORDED,
    RESULTS_REPORTED,
    FINDING_PROPOSED,
    FINDING_CONFIRMED,
    FINDING_DISSENTED,
    FINDING_WITHDRAWN,
    RECTIFICATION_ORDERED,
    MEASURE_REPORTED_DONE,
    MEASURE_VERIFIED,
    MEASURE_FOUND_WANTING,
    CLOSURE_SIGNED,
    CLOSURE_WITHDRAWN,
    CASE_CLOSED,
    CASE_REOPENED;

    private static final Set<Kind> OF_REPORTS =
            EnumSet.of(REPORT_FILED, FIX_CONTESTED, INFORMATION_ADDED, PRESSURE_REPORTED, REVIEW_REQUESTED);

    /** {@code report} or {@code case}: what a notice of this kind is to open. */
    public static String subjectKind(String code) {
        return OF_REPORTS.stream().anyMatch(kind -> kind.code().equals(code)) ? "report" : "case";
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
