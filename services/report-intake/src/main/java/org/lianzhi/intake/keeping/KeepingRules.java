package org.lianzhi.intake.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.keeping.Kept.Erased;
import org.lianzhi.intake.keeping.Kept.Free;
import org.lianzhi.intake.keeping.Kept.Held;
import org.lianzhi.intake.keeping.Kept.Kind;
import org.lianzhi.model.RuleViolated;

/** What may be done to what is kept. */
public final class KeepingRules {

    static final int REASON_AT_LEAST = 5;
    static final int REASON_AT_MOST = 500;

    private KeepingRules() {}

    /** @param reviewOn of a hold; null with the others */
    public record Asked(Kind kind, String reason, @Nullable LocalDate reviewOn) {

        public Asked {
            reason = reason.strip();
        }
    }

    /**
     * Whether there is something to enter.
     *
     * @param today where the office is
     * @return empty when it is as asked already
     * @throws RuleViolated with a code {@code vault.*}
     */
    public static Optional<Asked> decide(Kept kept, Asked asked, LocalDate today) {
        checkReason(asked.reason());
        return switch (asked.kind()) {
            case HELD -> hold(kept, asked, today);
            case RELEASED -> release(kept, asked);
            case ERASED -> erase(kept, asked);
        };
    }

    private static Optional<Asked> hold(Kept kept, Asked asked, LocalDate today) {
        if (asked.reviewOn() == null || !asked.reviewOn().isAfter(today)) {
            throw new RuleViolated("vault.review-date-passed");
        }
        return switch (kept) {
            case Free free -> Optional.of(asked);
            // Reviewed, and needed for longer.
            case Held held -> Optional.of(asked);
            case Erased erased -> throw new RuleViolated("vault.erased");
        };
    }

    private static Optional<Asked> release(Kept kept, Asked asked) {
        return switch (kept) {
            case Held held -> Optional.of(asked);
            case Free free -> throw new RuleViolated("vault.not-held");
            case Erased erased -> throw new RuleViolated("vault.erased");
        };
    }

    private static Optional<Asked> erase(Kept kept, Asked asked) {
        return switch (kept) {
            case Free free -> Optional.of(asked);
            case Held held -> throw new RuleViolated("vault.held", held.reviewOn());
            case Erased erased -> Optional.empty();
        };
    }

    /** @throws RuleViolated for a reason that says nothing, or too much */
    public static void checkReason(String reason) {
        if (reason.strip().length() < REASON_AT_LEAST) {
            throw new RuleViolated("vault.reason-missing", REASON_AT_LEAST);
        }
        if (reason.strip().length() > REASON_AT_MOST) {
            throw new RuleViolated("vault.reason-too-long", REASON_AT_MOST);
        }
    }

    /**
     * Whether something was kept for long enough.
     *
     * @param ended when the matter ended; null while it goes on
     * @param keep for how long after that
     */
    public static boolean isOver(Kept kept, @Nullable Instant ended, Period keep, Instant now, ZoneId zone) {
        return kept instanceof Free
                && ended != null
                && ended.atZone(zone).plus(keep).toInstant().isBefore(now);
    }
}
