package org.lianzhi.intake.triage;

import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportCommand.Note;
import org.lianzhi.intake.keeping.Keeping;
import org.lianzhi.intake.keeping.Kept;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.RuleViolated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What officers write down for their own office: sealed and erased with the report, and no reply. */
@RestController
@RequestMapping("/api/v1/reports/{id}/note")
class Noting {

    private final OwnReports own;
    private final Reports reports;
    private final ReportVault vault;
    private final VaultKeys keys;
    private final Keeping keeping;
    private final Claims claims;
    private final Clock clock;

    Noting(
            OwnReports own,
            Reports reports,
            ReportVault vault,
            VaultKeys keys,
            Keeping keeping,
            Claims claims,
            Clock clock) {
        this.own = own;
        this.reports = reports;
        this.vault = vault;
        this.keys = keys;
        this.keeping = keeping;
        this.claims = claims;
        this.clock = clock;
    }

    record Written(@Nullable String words) {

        /** It belongs into no log. */
        @Override
        public String toString() {
            return "a note";
        }
    }

    @PostMapping
    Receipt note(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Written body) {
        ReportRecord record = own.load(who, id);
        if (keeping.of(record.stream()) instanceof Kept.Erased) {
            throw new RuleViolated("report.erased");
        }
        Note command = new Note(Triage.given(body.words()).strip());
        reports.check(record, command);
        byte[] digest = KeyedDigest.of(keys.tracking(), "note", record.stream().toString(), command.words());
        Intent intent = claims.claim(
                OwnReports.actor(who).written(), key.value(), HexFormat.of().formatHex(digest), clock.instant());
        vault.putWords(record.stream(), intent.id(), command.words());
        return reports.run(intent, record.stream(), seen.value(), command);
    }
}
