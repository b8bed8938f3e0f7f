package org.lianzhi.timeline.figures;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure without the cases behind it.
 *
 * @param code of what is told
 * @param counted of how many
 * @param leftOut how many are meant but cannot be counted yet
 * @param meanMs null where no time is told, or nothing is counted
 * @param onTime how many of those counted; null where no limit is asked for
 */
public record Figure(
        String code,
        int counted,
        int leftOut,
        @Nullable Long meanMs,
        @Nullable Integer onTime) {

    static Figure count(String code, List<Unit> units) {
        return new Figure(code, units.size(), 0, null, null);
    }

    static Figure mean(String code, List<Unit> units) {
        List<Long> spans = units.stream().map(Unit::ms).filter(Objects::nonNull).toList();
        long sum = spans.stream().mapToLong(Long::longValue).sum();
        return new Figure(
                code, spans.size(), units.size() - spans.size(), spans.isEmpty() ? null : sum / spans.size(), null);
    }

    static Figure share(String code, List<Unit> units) {
        List<Boolean> told =
                units.stream().map(Unit::onTime).filter(Objects::nonNull).toList();
        int onTime = (int) told.stream().filter(Boolean::booleanValue).count();
        return new Figure(code, told.size(), units.size() - told.size(), null, onTime);
    }
}
