package org.lianzhi.intake.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.model.MatterNumber;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Territory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reports of the same bureau that could be about the same. They are looked for in the bureau's own list, and proposed with
 * the reasons: a person says whether they are.
 */
@Component
class Similar {

    private static final Set<String> GOING_ON = Set.of("received", "returned", "accepted", "cross-border");
    private static final int REASONS_AT_LEAST = 2;

    private final ReadModel<BoardEntry> board;
    private final Territory territory;
    private final Duration soon;
    private final int most;

    Similar(
            ReadModel<BoardEntry> board,
            Territory territory,
            @Value("${lianzhi.intake.similar.within}") Duration soon,
            @Value("${lianzhi.intake.similar.most}") int most) {
        this.board = board;
        this.territory = territory;
        this.soon = soon;
        this.most = most;
    }

    /** @param reasons codes of what is alike: {@code category}, {@code place}, {@code source}, {@code time} */
    record Candidate(String id, String state, String category, Instant filedAt, List<String> reasons) {}

    /** What is most alike first, then what is nearest in time. */
    List<Candidate> to(ReportRecord record) {
        String id = record.stream().id();
        Map<String, BoardEntry> all = reports(record.report().filed().bureau());
        BoardEntry own = all.get(id);
        if (own == null) {
            return List.of();
        }
        return all.entrySet().stream()
                .filter(other -> !other.getKey().equals(id)
                        && GOING_ON.contains(other.getValue().state()))
                .map(other -> candidate(other.getKey(), other.getValue(), own))
                .filter(candidate -> candidate.reasons().size() >= REASONS_AT_LEAST)
                .sorted(Comparator.comparingInt(
                                (Candidate candidate) -> candidate.reasons().size())
                        .reversed()
                        .thenComparing(candidate -> between(candidate.filedAt(), own.filedAt()))
                        .thenComparing(Candidate::id))
                .limit(most)
                .toList();
    }

    private Candidate candidate(String id, BoardEntry other, BoardEntry own) {
        List<String> reasons = new ArrayList<>();
        if (other.category().equals(own.category())) {
            reasons.add("category");
        }
        if (own.county() != null && own.county().equals(other.county())) {
            reasons.add("place");
        }
        if (own.suspectedCounty() != null && own.suspectedCounty().equals(other.suspectedCounty())) {
            reasons.add("source");
        }
        if (between(own.filedAt(), other.filedAt()).compareTo(soon) <= 0) {
            reasons.add("time");
        }
        return new Candidate(id, other.state(), other.category(), other.filedAt(), reasons);
    }

    private static Duration between(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** The id of a report of a bureau by its number, as people call it; what is typed itself where it is no such number. */
    String idOf(String bureau, String typed) {
        Optional<Agreement> agreement = territory.sideOfBureau(bureau).flatMap(territory::agreementOf);
        return agreement
                .flatMap(known -> reports(bureau).keySet().stream()
                        .filter(id -> MatterNumber.ofReport(id, known.zone()).equalsIgnoreCase(typed.strip()))
                        .findFirst())
                .orElse(typed);
    }

    private Map<String, BoardEntry> reports(String bureau) {
        return board.entries(Board.all(bureau), BoardEntry.class);
    }
}
