package org.lianzhi.notification.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a bureau is told; the code chooses the text on the page. */
public enum Kind {
    REPORT_FILED,
    FIX_CONTESTED,
    INFORMATION_ADDED,
    PRESSURE_REPORTED,
    REVIEW_REQUESTED,
    OUTCOME_CONTESTED,
    REPORT_TRANSFERRED,
    TRANSFER_OBJECTED,
    TRANSFER_SETTLED,
    DECISION_DUE_SOON,
    DECISION_OVERDUE,
    CASE_OPENED,
    CASE_JOINED,
    CASE_DECLINED,
    ACKNOWLEDGEMENT_MISSED,
    JURISDICTION_STATED,
    DECISION_RECEIVED,
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
    MEASURE_EXTENDED,
    MEASURE_VERIFIED,
    MEASURE_FOUND_WANTING,
    HEAVY_RAIN_RECORDED,
    AFTER_CHECKED,
    AFTER_CHECK_MISSED,
    DISPOSITION_DECIDED,
    EMERGENCY_MEASURE_TAKEN,
    PAPER_ISSUED,
    CASE_LINKED,
    CASE_UNLINKED,
    COMMENTED,
    CLOSURE_SIGNED,
    CLOSURE_WITHDRAWN,
    CASE_CLOSED,
    CASE_REOPENED,
    COUNTERPART_REMINDED,
    RECORD_CONCLUDED,
    INSTRUCTION_GIVEN,
    BUREAU_REMINDED,
    DEADLINE_EXTENDED,
    REPORTED_BACK,
    INSTRUCTION_CLOSED,
    INSTRUCTION_WITHDRAWN,
    GRADED,
    OFFICE_DESIGNATED,
    OFFICE_RELIEVED;

    private static final Set<String> OF_REPORTS = codes(EnumSet.range(REPORT_FILED, DECISION_OVERDUE));
    private static final Set<String> OF_SUPERVISION = codes(EnumSet.range(INSTRUCTION_GIVEN, INSTRUCTION_WITHDRAWN));

    private static Set<String> codes(Set<Kind> kinds) {
        return kinds.stream().map(Kind::code).collect(Collectors.toUnmodifiableSet());
    }

    /** {@code report}, {@code case} or {@code supervision} of a case: what a notice of this kind is to open. */
    public static String subjectKind(String code) {
        return OF_REPORTS.contains(code) ? "report" : OF_SUPERVISION.contains(code) ? "supervision" : "case";
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
