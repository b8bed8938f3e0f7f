package org.lianzhi.intake.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianzhi.territory.Bureau;
import org.lianzhi.territory.DeadlineRule;
import org.lianzhi.territory.Name;
import org.lianzhi.territory.Territory;

/**
 * What the citizen is told.
 *
 * @param number id of the report, by which people can speak of it
 * @param code to be typed
 * @param secret to be scanned: it opens the same
 * @param legalBasis of the deadline; null where nobody has verified it
 */
record Told(
        String number,
        String code,
        String secret,
        Name office,
        Instant filedAt,
        Instant triageBy,
        @Nullable Name legalBasis,
        boolean inBorderZone) {

    static Told of(FilingReport.Filed filed, Territory territory) {
        return new Told(
                filed.stream().id(),
                filed.issued().code(),
                filed.issued().secret(),
                territory.bureau(filed.facts().bureau()).map(Bureau::name).orElseThrow(),
                filed.at(),
                filed.facts().triageBy(),
                filed.route()
                        .agreement()
                        .deadline(FilingReport.TRIAGE)
                        .filter(DeadlineRule::verified)
                        .map(rule -> new Name(rule.basis(), rule.basis()))
                        .orElse(null),
                filed.facts().inBorderZone());
    }

    @Override
    public String toString() {
        return "what the citizen is told";
    }
}
