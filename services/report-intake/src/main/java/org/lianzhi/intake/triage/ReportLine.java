package org.lianzhi.intake.triage;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Report;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.worklist.BoardEntry;

/** A line of the worklist. */
record ReportLine(
        String id,
        String state,
        String category,
        @Nullable String county,
        @Nullable String suspectedCounty,
        boolean inBorderZone,
        String weather,
        Instant filedAt,
        Instant triageBy,
        boolean overdue,
        boolean contactGiven,
        int photos,
        boolean synthetic,
        long version,
        @Nullable String caseId) {

    /** Those whose reporter waits for the bureau to decide. */
    private static final Set<String> WAITING = Set.of("received", "proposed", "transferred", "disputed");

    static ReportLine of(String id, BoardEntry entry, Instant now) {
        return new ReportLine(
                id,
                entry.state(),
                entry.category(),
                entry.county(),
                entry.suspectedCounty(),
                entry.inBorderZone(),
                entry.weather(),
                entry.filedAt(),
                entry.triageBy(),
                WAITING.contains(entry.state()) && now.isAfter(entry.triageBy()),
                entry.contactGiven(),
                entry.photos(),
                entry.synthetic(),
                entry.version(),
                entry.caseId());
    }

    static ReportLine of(ReportRecord record, Instant now) {
        var filed = record.report().filed();
        return new ReportLine(
                record.stream().id(),
                Report.code(record.report()),
                filed.category(),
                filed.county(),
                filed.suspectedCounty(),
                filed.inBorderZone(),
                filed.weather(),
                record.steps().getFirst().at(),
                record.promise().by(),
                WAITING.contains(Report.code(record.report()))
                        && now.isAfter(record.promise().by()),
                filed.contactGiven(),
                filed.photos(),
                filed.synthetic(),
                record.version(),
                record.caseId().orElse(null));
    }
}
