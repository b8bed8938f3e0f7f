package org.lianzhi.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.lianzhi.territory.Name;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A standard as data.
 *
 * @param edition as it is cited
 * @param averaging what a limit is a limit of
 */
public record Standard(
        String id,
        Name title,
        String edition,
        boolean newerEditionChecked,
        String source,
        Averaging averaging,
        List<Limit> limits) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Standard {
        limits = List.copyOf(limits);
    }

    /** Over which time a value is to be taken. */
    public enum Averaging {
        @JsonProperty("daily-mean")
        DAILY_MEAN,
        @JsonProperty("single-value")
        SINGLE_VALUE
    }

    /**
     * The highest allowed value.
     *
     * @param evidence {@code secondary} (read at a secondary page) or {@code general-knowledge} (to be checked)
     */
    public record Limit(String parameter, BigDecimal limit, Unit unit, String evidence) {}

    /** Intensive livestock farms, GB 18596-2001 table 5. */
    public static Standard livestockDischarge() {
        return read("standards/gb-18596-2001.yaml");
    }

    private static Standard read(String file) {
        try (InputStream in = Standard.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return YAML.readValue(in, Standard.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Limit> limit(String parameter) {
        return limits.stream()
                .filter(limit -> limit.parameter().equals(parameter))
                .findFirst();
    }

    /**
     * Whether a sample can only indicate a breach.
     *
     * @param grab whether it was taken at one moment
     */
    public boolean isOnlyIndicatedBy(boolean grab) {
        return grab && averaging == Averaging.DAILY_MEAN;
    }

    public Assessment assess(String parameter, LabValue value, Unit unit) {
        Optional<Limit> limit = limit(parameter).filter(entry -> entry.unit().isComparableWith(unit));
        if (limit.isEmpty()) {
            return new Assessment(parameter, Assessment.Verdict.NOT_ASSESSABLE, null, null);
        }
        BigDecimal allowed = limit.get().unit().convert(limit.get().limit(), unit);
        return switch (value) {
            case LabValue.Measured(BigDecimal found) ->
                new Assessment(
                        parameter,
                        found.compareTo(allowed) <= 0 ? Assessment.Verdict.WITHIN : Assessment.Verdict.EXCEEDED,
                        allowed,
                        found.divide(allowed, 2, RoundingMode.HALF_UP));
            case LabValue.BelowDetection(BigDecimal detection) ->
                new Assessment(
                        parameter,
                        detection.compareTo(allowed) <= 0
                                ? Assessment.Verdict.WITHIN
                                : Assessment.Verdict.NOT_ASSESSABLE,
                        allowed,
                        null);
        };
    }
}
