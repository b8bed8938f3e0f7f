package org.lianzhi.intake.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.vault.AccessLog;
import org.lianzhi.intake.vault.AccessReviews;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.BadRequest;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Paged;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;
import org.lianzhi.territory.Territory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who opened which report of the own side, never what stands in it. For supervisors of that side only. */
@RestController
@RequestMapping("/api/v1/access-log")
class AccessReview {

    private static final int DAYS_AT_FIRST = 30;
    private static final int MOST_DAYS = 92;
    private static final int MOST_PER_PAGE = 1000;
    private static final int WORDS_AT_LEAST = 5;
    private static final int WORDS_AT_MOST = 1000;
    private static final Set<String> VERDICTS = Set.of("reviewed", "questioned");

    private final AccessLog log;
    private final AccessReviews reviews;
    private final Territory territory;
    private final Claims claims;
    private final Clock clock;

    AccessReview(AccessLog log, AccessReviews reviews, Territory territory, Claims claims, Clock clock) {
        this.log = log;
        this.reviews = reviews;
        this.territory = territory;
        this.claims = claims;
        this.clock = clock;
    }

    /** @param person a reference that only the own side resolves */
    record Reviewed(
            String verdict,
            String note,
            String office,
            @Nullable String person,
            Instant at) {}

    /**
     * A look into the vault.
     *
     * @param report id
     * @param person a reference that only the own side resolves
     * @param part code: {@code form} or {@code photo}
     * @param code of the reason; null where it has none
     * @param reason in words; null where there are none
     */
    record LookItem(
            String id,
            String report,
            String office,
            String role,
            @Nullable String person,
            String part,
            Instant at,
            @Nullable String code,
            @Nullable String reason,
            List<Reviewed> reviews) {}

    /**
     * A page of them, the newest first.
     *
     * @param offices that can be asked for
     * @param open how many of the period nobody has reviewed
     */
    record LookItems(
            List<LookItem> items,
            int page,
            int size,
            int total,
            int open,
            LocalDate from,
            LocalDate to,
            List<String> offices) {}

    record Verdict(@NotNull String verdict, @NotNull String note) {}

    record Done(String id, boolean repeated) {}

    @GetMapping
    LookItems list(
            SignedIn who,
            @RequestParam @Nullable String office,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        who.require(Role.SUPERVISOR);
        ZoneId zone = territory.zoneOf(who.side());
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), zone) : to;
        LocalDate first = from == null ? last.minusDays(DAYS_AT_FIRST - 1L) : from;
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new BadRequest(
                    "access.period", "A period begins before it ends and has at most " + MOST_DAYS + " days.");
        }
        List<String> offices = territory.officesOf(who.side());
        List<AccessLog.Look> looks = looks(who.side(), office, offices, first, last, zone);
        Map<String, List<AccessReviews.Review>> held =
                reviews.of(who.side(), looks.stream().map(AccessLog.Look::id).toList());
        Paged<LookItem> paged = Paged.of(looks, page, size, MOST_PER_PAGE)
                .map(look -> item(look, held.getOrDefault(look.id(), List.of())));
        return new LookItems(
                paged.items(),
                paged.page(),
                paged.size(),
                paged.total(),
                Math.toIntExact(looks.stream()
                        .filter(look -> !held.containsKey(look.id()))
                        .count()),
                first,
                last,
                offices);
    }

    private List<AccessLog.Look> looks(
            Side side, @Nullable String office, List<String> offices, LocalDate first, LocalDate last, ZoneId zone) {
        Instant begin = first.atStartOfDay(zone).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        LocalDate firstUtc = LocalDate.ofInstant(begin, ZoneOffset.UTC);
        LocalDate afterUtc = LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(1);
        List<String> asked = offices.stream()
                .filter(each -> office == null || office.isEmpty() || each.equals(office))
                .toList();
        return log.of(side, asked, firstUtc.datesUntil(afterUtc).toList()).stream()
                .filter(look -> !look.at().isBefore(begin) && look.at().isBefore(end))
                .sorted(Comparator.comparing(AccessLog.Look::at).reversed().thenComparing(AccessLog.Look::id))
                .toList();
    }

    private static LookItem item(AccessLog.Look look, List<AccessReviews.Review> held) {
        Actor by = Actor.parse(look.by());
        return new LookItem(
                look.id(),
                StreamId.parse(look.report()).id(),
                String.valueOf(by.bureau()),
                by.role().code(),
                by.person(),
                look.part(),
                look.at(),
                look.code(),
                look.reason(),
                held.stream().map(AccessReview::reviewed).toList());
    }

    private static Reviewed reviewed(AccessReviews.Review review) {
        Actor by = Actor.parse(review.by());
        return new Reviewed(review.verdict(), review.note(), String.valueOf(by.bureau()), by.person(), review.at());
    }

    @PostMapping("/{id}/review")
    Done review(SignedIn who, IdempotencyKey key, @PathVariable String id, @Valid @RequestBody Verdict body) {
        Actor actor = who.as(Role.SUPERVISOR);
        if (!log.holds(who.side(), id)) {
            throw new NotForYou();
        }
        if (!VERDICTS.contains(body.verdict())) {
            throw new RuleViolated("access.verdict-unknown");
        }
        String note = body.note().strip();
        // What is in order needs no words; a question does.
        if (body.verdict().equals("questioned") && note.length() < WORDS_AT_LEAST) {
            throw new RuleViolated("access.note.too-short", WORDS_AT_LEAST);
        }
        if (note.length() > WORDS_AT_MOST) {
            throw new RuleViolated("access.note.too-long", WORDS_AT_MOST);
        }
        String digest = CommitHash.of("access-review", id, ContentDigest.of("review", body));
        Instant now = clock.instant();
        Intent intent = claims.claim(actor.written(), key.value(), digest, now);
        reviews.add(who.side(), id, intent, body.verdict(), note);
        return new Done(id, intent.at().toEpochMilli() != now.toEpochMilli());
    }
}
