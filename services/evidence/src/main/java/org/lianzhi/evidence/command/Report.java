package org.lianzhi.evidence.command;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.evidence.AllRecords;
import org.lianzhi.evidence.KeptCheck;
import org.lianzhi.evidence.KeptCheckpoints;
import org.lianzhi.evidence.KeptReading;
import org.lianzhi.evidence.RecordStore;
import org.lianzhi.evidence.domain.Claim;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.evidence.domain.Verdict;

/** Says in plain lines what a check of all records found. */
public final class Report {

    private static final int INTACT = 0;
    private static final int WRONG = 1;

    /** Exit code of a check that could not be made. */
    public static final int NOT_CHECKED = 2;

    private final PrintStream out;
    private int records;
    private int broken;
    private int unproven;

    public Report(PrintStream out) {
        this.out = out;
    }

    /**
     * Checks and tells.
     *
     * @param kept who keeps checkpoints
     * @param sides whose checkpoints there are
     * @return 0 when all is as it was written, 1 when something is not
     */
    public int run(List<RecordStore> stores, List<KeptReading> kept, List<String> sides) {
        List<Claim> claims = new ArrayList<>();
        int keptWrong = 0;
        for (String side : sides) {
            keptWrong += keptOf(side, kept, claims, highest(stores, side));
        }
        int strays = 0;
        for (RecordStore store : stores) {
            store.strays().forEach(key -> tell(store, key));
            strays += store.strays().size();
        }
        new AllRecords(stores, claims).check(this::tell, this::tell);
        out.println();
        out.println(records + " records: " + (records - broken) + " intact, " + broken + " not; " + unproven
                + " of the intact ones are confirmed by nobody else yet. Kept checkpoints: "
                + (keptWrong == 0 ? "in order." : "not in order.")
                + (strays == 0 ? "" : " Documents that belong to no record: " + strays + "."));
        return broken == 0 && keptWrong == 0 && strays == 0 ? INTACT : WRONG;
    }

    private int keptOf(String side, List<KeptReading> kept, List<Claim> claims, long inStores) {
        Map<String, List<KeptReading.Checked>> byKeeper = new LinkedHashMap<>();
        kept.stream().filter(reading -> !reading.keeper().equals(side)).forEach(reading -> {
            List<KeptReading.Checked> all = reading.all(side);
            byKeeper.put(reading.keeper(), all);
            all.forEach(checked -> claims.addAll(reading.claims(checked).toList()));
        });
        long highest = Math.max(
                inStores,
                byKeeper.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(checked -> checked.kept().number())
                        .max()
                        .orElse(0));
        int wrong = 0;
        for (var entry : byKeeper.entrySet()) {
            KeptCheck check = KeptCheck.of(entry.getKey(), side, entry.getValue(), highest);
            wrong += check.problems().size();
            tell(check);
        }
        return wrong;
    }

    /** The number of the last checkpoint of a side that lies in any of the stores. */
    private static long highest(List<RecordStore> stores, String side) {
        return stores.stream()
                .flatMap(store -> store.streams().stream()
                        .filter(stream -> KeptCheckpoints.isOf(side, stream))
                        .map(stream -> KeptCheckpoints.number(
                                stream,
                                store.read(stream).stream()
                                        .mapToLong(Stored::position)
                                        .max()
                                        .orElse(0))))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private void tell(KeptCheck check) {
        String what = "checkpoints of " + check.side() + " kept by " + check.keeper() + ": ";
        if (check.problems().isEmpty()) {
            out.println("ok     " + what
                    + (check.count() == 0 ? "none yet" : check.count() + ", all signed and complete")
                    + at(check.last()));
        }
        check.problems().forEach(problem -> out.println("WRONG  " + what + problem));
    }

    private void tell(RecordStore store, String stray) {
        out.println("WRONG  " + clean(stray) + " in " + store.name() + ": this is no place of any record");
    }

    private void tell(String matter, RuntimeException why) {
        records++;
        broken++;
        out.println("WRONG  " + matter + ": it cannot be checked as it stands (" + clean(why.toString()) + ")");
    }

    /** What somebody put into a store must not steer the terminal. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private void tell(RecordStore store, Verdict verdict) {
        records++;
        String record = verdict.stream() + " in " + store.name() + ": ";
        if (verdict.intact()) {
            unproven += verdict.proofs().isEmpty() ? 1 : 0;
            out.println("ok     " + record + "intact, " + verdict.commits() + " commits, "
                    + (verdict.proofs().isEmpty()
                            ? "confirmed by nobody else yet"
                            : "confirmed up to " + verdict.provenUpTo() + " by " + witnesses(verdict)));
        } else {
            broken++;
            out.println("WRONG  " + record + "commit " + verdict.brokenAt() + " is " + verdict.problem()
                    + "; confirmed up to " + verdict.provenUpTo() + "; proof: "
                    + (verdict.proofs().isEmpty() ? "the hashes of the record itself" : witnesses(verdict)));
        }
    }

    private static String witnesses(Verdict verdict) {
        return verdict.proofs().stream().map(Report::inWords).collect(Collectors.joining(", "));
    }

    private static String inWords(Claim claim) {
        return switch (claim.kind()) {
                    case Claim.RECORD -> "commit " + claim.number() + " of " + claim.source();
                    case Claim.CHECKPOINT ->
                        "checkpoint " + claim.number() + " of "
                                + claim.source().substring(claim.source().indexOf('@') + 1) + " kept by "
                                + claim.holder();
                    default -> "commit " + claim.number() + " as " + claim.holder() + " received it";
                }
                + at(claim.at());
    }

    private static String at(@Nullable Instant at) {
        return at == null ? "" : " (" + at + ")";
    }
}
