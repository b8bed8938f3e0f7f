package org.lianzhi.intake.keeping;

import java.time.LocalDate;
import java.util.Optional;
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
        if (!register.holds(intent.id())) {
            Optional<Asked> entered = KeepingRules.decide(register.of(report), asked, today);
            entered.ifPresent(what -> register.add(new Line(
                    what.kind(),
                    report.toString(),
                    intent.id(),
                    intent.actor(),
                    intent.at(),
                    what.reason(),
                    what.reviewOn())));
        }
        Kept kept = register.of(report);
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
