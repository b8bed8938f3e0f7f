package org.lianzhi.intake.keeping;

import java.time.LocalDate;
import org.lianzhi.intake.keeping.KeepingRules.Asked;
import org.lianzhi.intake.keeping.Kept.Erased;
import org.lianzhi.intake.keeping.Kept.Line;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.RuleViolated;

/** Erases and holds what reporters said. An erasure is entered before the key goes, and done again after any restore. */
public final class Keeping {

    private final Register register;
    private final ReportVault vault;

    public Keeping(Register register, ReportVault vault) {
        this.register = register;
        this.vault = vault;
    }

    public Kept of(StreamId report) {
        return register.of(report);
    }

    /**
     * Runs a command, once however often it is sent.
     *
     * @throws RuleViolated with a code {@code vault.*}
     */
    public Kept run(Intent intent, StreamId report, Asked asked, LocalDate today) {
        Kept kept = register.add(
                report,
                intent.id(),
                now -> KeepingRules.decide(now, asked, today)
                        .map(what -> new Line(
                                what.kind(),
                                report.toString(),
                                intent.id(),
                                intent.actor(),
                                intent.at(),
                                what.reason(),
                                what.reviewOn())));
        if (kept instanceof Erased) {
            vault.erase(report);
        }
        return kept;
    }

    /** What was erased and is there again, because an older backup was restored, goes again. */
    public int replay() {
        int again = 0;
        for (StreamId report : register.erased()) {
            again += vault.erase(report) ? 1 : 0;
        }
        return again;
    }
}
