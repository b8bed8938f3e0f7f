package org.lianzhi.intake.matters;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.intake.place.Routing;
import org.lianzhi.intake.place.Routing.Route;
import org.lianzhi.intake.progress.CaseProgresses;
import org.lianzhi.intake.secret.NotOpened;
import org.lianzhi.intake.secret.Sealing;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.NotForYou;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is being dealt with in the county of a place. Only category, county and month are told, so whoever reads it knows
 * that one of all people of a county reported in a month, and no more; nothing is told before an officer has looked at it.
 */
@Component
class OpenMatters {

    private static final String CONTEXT = "matter";

    private final ReadModel<BoardEntry> board;
    private final Routing routing;
    private final CaseProgresses progresses;
    private final VaultKeys keys;
    private final Duration shownFor;

    OpenMatters(
            ReadModel<BoardEntry> board,
            Routing routing,
            CaseProgresses progresses,
            VaultKeys keys,
            @Value("${lianzhi.intake.matters.shown-for}") Duration shownFor) {
        this.board = board;
        this.routing = routing;
        this.progresses = progresses;
        this.keys = keys;
        this.shownFor = shownFor;
    }

    /**
     * All that look alike.
     *
     * @param month in which they were reported, such as {@code 2026-07}
     * @param matter by which it is followed, a word that means nothing outside; null where several look alike, because
     *     nobody could say which of them is meant
     */
    record Alike(
            String category,
            String county,
            String month,
            int count,
            @Nullable String matter) {}

    /** The latest month first. */
    List<Alike> near(GivenPlace place, String category, Instant now) {
        Route route = routing.route(place);
        String county = route.county();
        if (county == null) {
            return List.of();
        }
        Map<YearMonth, List<BoardEntry>> months = open(county, category, now)
                .collect(Collectors.groupingBy(
                        entry -> YearMonth.from(
                                entry.filedAt().atZone(route.agreement().zone())),
                        () -> new TreeMap<>(Comparator.<YearMonth>reverseOrder()),
                        Collectors.toList()));
        return months.entrySet().stream()
                .map(month -> new Alike(
                        category,
                        county,
                        month.getKey().toString(),
                        month.getValue().size(),
                        month.getValue().size() > 1 ? null : seal(month.getValue().getFirst().stream())))
                .toList();
    }

    private Stream<BoardEntry> open(String county, String category, Instant now) {
        Instant oldest = now.minus(shownFor);
        return board.entries(Board.matters(county), BoardEntry.class).values().stream()
                .filter(entry -> entry.category().equals(category))
                .filter(entry -> entry.filedAt().isAfter(oldest))
                .filter(this::isUnderWay);
    }

    private boolean isUnderWay(BoardEntry entry) {
        return Optional.ofNullable(entry.caseId())
                .map(caseId ->
                        progresses.of(caseId, StreamId.parse(entry.stream()).side()))
                .map(progress -> progress.closedAt() == null)
                .orElse(true);
    }

    /** The id of a report tells when it was filed, to the second. */
    private String seal(String stream) {
        byte[] sealed = Sealing.seal(keys.tracking(), CONTEXT, stream.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** @throws NotForYou for a word that was not made here */
    StreamId open(String matter) {
        try {
            byte[] plain = Sealing.open(
                    keys.tracking(), CONTEXT, Base64.getUrlDecoder().decode(matter));
            return StreamId.parse(new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | NotOpened e) {
            throw new NotForYou();
        }
    }
}
