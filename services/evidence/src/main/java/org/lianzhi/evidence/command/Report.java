package org.lianzhi.evidence.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.lianzhi.journal.Commit;

/** Says in plain lines what a check of all records found. */
public final class Report {

    private static final int INTACT = 0;
    private static final int WRONG = 1;

    /** Exit code of a check that could not be made. */
    public static final int NOT_CHECKED = 2;

    /** A service that was stopped, or a broker that was away, may have kept the last ones from coming. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private final PrintStream out;
    private final Duration onItsWay;
    private int records;
    private int broken;
    private int unproven;
    private int behind;

    public Report(PrintStream out) {
        this(out, ON_ITS_WAY);
    }

    /** @param onItsWay so long before the last one a checkpoint may have been signed and not be kept yet, or a commit not be copied */
    public Report(PrintStream out, Duration onItsWay) {
        this.out = out;
        this.onItsWay = onItsWay;
    }

    /**
     * Which checkpoints of a side lie in the stores.
     *
     * @param highest number; 0 where there is none
     * @param due the highest number that others must have by now
     */
    private record Signed(long highest, long due) {}

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
            keptWrong += keptOf(side, kept, claims, signed(stores, side));
        }
        int strays = 0;
        for (RecordStore store : stores) {
            store.strays().forEach(key -> tell(store, key));
            strays += store.strays().size();
        }
        new AllRecords(stores, claims, onItsWay).check(this::tell, this::tell);
        out.println();
        out.println(records + " records: " + (records - broken) + " intact, " + broken + " not; " + unproven
                + " of the intact ones are confirmed by nobody else yet. Kept checkpoints: "
                + (keptWrong == 0 ? "in order." : "not in order.")
                + (behind == 0 ? "" : " Copies to which not all has come yet: " + behind + ".")
                + (strays == 0 ? "" : " Documents that belong to no record: " + strays + "."));
        return broken == 0 && keptWrong == 0 && strays == 0 ? INTACT : WRONG;
    }

    private int keptOf(String side, List<KeptReading> kept, List<Claim> claims, Signed signed) {
        Map<String, List<KeptReading.Checked>> byKeeper = new LinkedHashMap<>();
        kept.stream().filter(reading -> !reading.keeper().equals(side)).forEach(reading -> {
            List<KeptReading.Checked> all = reading.all(side);
            byKeeper.put(reading.keeper(), all);
            all.forEach(checked -> claims.addAll(reading.claims(checked).toList()));
        });
        long keptByAny =
                byKeeper.values().stream().mapToLong(Report::lastNumber).max().orElse(0);
        // What a keeper has and the side itself has not is no matter of being late.
        long due = keptByAny > signed.highest() ? keptByAny : signed.due();
        int wrong = 0;
        for (var entry : byKeeper.entrySet()) {
            KeptCheck check = KeptCheck.of(entry.getKey(), side, entry.getValue(), due);
            wrong += check.problems().size();
            tell(check, signed.highest() - Math.max(due, lastNumber(entry.getValue())));
        }
        return wrong;
    }

    private static long lastNumber(List<KeptReading.Checked> kept) {
        return kept.isEmpty() ? 0 : kept.getLast().kept().number();
    }

    private Signed signed(List<RecordStore> stores, String side) {
        SortedMap<Long, Instant> signed = new TreeMap<>();
        for (RecordStore store : stores) {
            store.streams().stream()
                    .filter(stream -> KeptCheckpoints.isOf(side, stream))
                    .forEach(stream -> store.read(stream)
                            .forEach(stored -> signed.put(
                                    KeptCheckpoints.number(stream, stored.position()),
                                    stored instanceof Stored.Readable(long position, Commit commit)
                                            ? commit.appendedAt()
                                            : Instant.EPOCH)));
        }
        if (signed.isEmpty()) {
            return new Signed(0, 0);
        }
        Instant late = Collections.max(signed.values()).minus(onItsWay);
        return new Signed(
                signed.lastKey(),
                signed.entrySet().stream()
                        .filter(one -> !one.getValue().isAfter(late))
                        .mapToLong(Map.Entry::getKey)
                        .max()
                        .orElse(0));
    }

    private void tell(KeptCheck check, long onTheirWay) {
        String what = "checkpoints of " + check.side() + " kept by " + check.keeper() + ": ";
        if (check.problems().isEmpty()) {
            out.println("ok     " + what
                    + (check.count() == 0 ? "none yet" : check.count() + ", all signed and complete")
                    + at(check.last())
                    + (onTheirWay > 0 ? "; not come yet: the last " + onTheirWay + ", signed within one hour" : ""));
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
        } else if (Verdict.BEHIND.equals(verdict.problem())) {
            behind++;
            out.println(
                    "ok     " + record + "intact, " + verdict.commits() + " commits, and the next have not come yet");
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
