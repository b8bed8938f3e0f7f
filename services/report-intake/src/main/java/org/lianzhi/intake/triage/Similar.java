package org.lianzhi.intake.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.place.PinnedPlace;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.vault.ReportEntry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.MatterNumber;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Territory;
import org.springframework.boot.context.properties.ConfigurationProperties;
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
    private final Reports reports;
    private final ReportVault vault;
    private final Limits limits;

    Similar(ReadModel<BoardEntry> board, Territory territory, Reports reports, ReportVault vault, Limits limits) {
        this.board = board;
        this.territory = territory;
        this.reports = reports;
        this.vault = vault;
        this.limits = limits;
    }

    /**
     * What counts as alike.
     *
     * @param within how near in time
     * @param nearM how near in place, in metres, where both have a pin
     * @param words share of the words that both have, from 0 to 1
     * @param compared how many descriptions and pins are looked at; they lie sealed, one by one
     * @param most how many are proposed
     */
    @ConfigurationProperties("lianzhi.intake.similar")
    record Limits(Duration within, int nearM, double words, int compared, int most) {}

    /**
     * One that could be about the same.
     *
     * @param reasons codes of what is alike: {@code category}, {@code place}, {@code near}, {@code source}, {@code time},
     *     {@code words}
     */
    record Candidate(String id, String state, String category, Instant filedAt, List<String> reasons) {

        Candidate with(List<String> more) {
            List<String> all = new ArrayList<>(reasons);
            all.addAll(more);
            return new Candidate(id, state, category, filedAt, all);
        }
    }

    /** What is most alike first, then what is nearest in time. */
    List<Candidate> to(ReportRecord record) {
        String id = record.stream().id();
        Map<String, BoardEntry> all = reports(record.report().filed().bureau());
        BoardEntry own = all.get(id);
        if (own == null) {
            return List.of();
        }
        Told told = told(own);
        return all.entrySet().stream()
                .filter(other -> !other.getKey().equals(id)
                        && GOING_ON.contains(other.getValue().state()))
                .map(other -> new Candidate(
                        other.getKey(),
                        other.getValue().state(),
                        other.getValue().category(),
                        other.getValue().filedAt(),
                        listed(other.getValue(), own)))
                .filter(candidate -> !candidate.reasons().isEmpty())
                .sorted(mostAlike(own))
                .limit(limits.compared())
                .map(candidate -> candidate.with(told(all.get(candidate.id())).alike(told, limits)))
                .filter(candidate -> candidate.reasons().size() >= REASONS_AT_LEAST)
                .sorted(mostAlike(own))
                .limit(limits.most())
                .toList();
    }

    private static Comparator<Candidate> mostAlike(BoardEntry own) {
        return Comparator.comparingInt(
                        (Candidate candidate) -> candidate.reasons().size())
                .reversed()
                .thenComparing(candidate -> between(candidate.filedAt(), own.filedAt()))
                .thenComparing(Candidate::id);
    }

    /** What is alike by what the list says. */
    private List<String> listed(BoardEntry other, BoardEntry own) {
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
        if (between(own.filedAt(), other.filedAt()).compareTo(limits.within()) <= 0) {
            reasons.add("time");
        }
        return reasons;
    }

    /** What the reporter told, which is only compared and shown to nobody here. */
    private record Told(String words, Optional<PinnedPlace> pin) {

        List<String> alike(Told other, Limits limits) {
            List<String> reasons = new ArrayList<>();
            boolean near = pin.isPresent()
                    && other.pin().isPresent()
                    && Likeness.metres(pin.get(), other.pin().get()) <= limits.nearM();
            if (near) {
                reasons.add("near");
            }
            if (Likeness.words(words, other.words()) >= limits.words()) {
                reasons.add("words");
            }
            return reasons;
        }

        /** It belongs into no log. */
        @Override
        public String toString() {
            return "what a reporter told";
        }
    }

    /** Nothing where it was erased. */
    private Told told(@Nullable BoardEntry entry) {
        ReportForm form = Optional.ofNullable(entry)
                .map(listed -> reports.load(StreamId.parse(listed.stream())))
                .flatMap(record -> vault.openCorrected(record.stream(), record.moves()))
                .map(ReportEntry::form)
                .orElse(ReportForm.EMPTY);
        return new Told(
                form.description() == null ? "" : form.description(),
                form.whereToBegin().flatMap(PinnedPlace::of));
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
