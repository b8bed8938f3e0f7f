package org.lianzhi.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.lianzhi.intake.crowd.CrowdSettings;
import org.lianzhi.intake.domain.Codes;
import org.lianzhi.intake.secret.SlowHash;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator decides.
 *
 * @param openedFor how long a reason for reading a report holds
 * @param fallback bureau by side that looks into reports from a place in no county of the data
 * @param photos of a report at most
 * @param hash how much work one look-up of a tracking code is
 */
@ConfigurationProperties("lianzhi.intake")
record IntakeSettings(
        Set<String> categories,
        Set<String> weather,
        Set<String> languages,
        Set<String> notAccepted,
        Set<String> elsewhere,
        Set<String> openings,
        Duration openedFor,
        Map<String, String> fallback,
        int photos,
        CrowdSettings crowd,
        SlowHash.Cost hash) {

    Codes codes() {
        return new Codes(categories, weather, languages, notAccepted, elsewhere, openings);
    }
}
