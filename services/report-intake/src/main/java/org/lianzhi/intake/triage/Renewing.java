package org.lianzhi.intake.triage;

import java.time.Clock;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportCommand.RenewCode;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.tracking.TrackingCodes;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.RuleViolated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A new code for a reporter whom an officer knows by the contact in the vault. No message could carry it safely, so it is
 * shown once, to be read out; how the officer made sure is sealed with the report.
 */
@RestController
@RequestMapping("/api/v1/reports/{id}/code")
class Renewing {

    private static final int NOTE_AT_LEAST = 4;
    private static final int NOTE_AT_MOST = 500;

    private final OwnReports own;
    private final Reports reports;
    private final TrackingCodes codes;
    private final ReportVault vault;
    private final VaultKeys keys;
    private final Claims claims;
    private final Clock clock;

    Renewing(
            OwnReports own,
            Reports reports,
            TrackingCodes codes,
            ReportVault vault,
            VaultKeys keys,
            Claims claims,
            Clock clock) {
        this.own = own;
        this.reports = reports;
        this.codes = codes;
        this.vault = vault;
        this.keys = keys;
        this.claims = claims;
        this.clock = clock;
    }

    /** @param note how the officer made sure that it is the reporter */
    record Renewal(@Nullable String reason, @Nullable String note) {

        @Override
        public String toString() {
            return "a renewal";
        }
    }

    record Renewed(String code, String secret) {

        @Override
        public String toString() {
            return "a tracking code";
        }
    }

    @PostMapping
    Renewed renew(SignedIn who, @PathVariable String id, IdempotencyKey key, @RequestBody Renewal renewal) {
        ReportRecord record = own.load(who, id);
        String note = note(renewal.note());
        RenewCode command = new RenewCode(renewal.reason() == null ? "" : renewal.reason());
        reports.check(record, command);
        byte[] digest =
                KeyedDigest.of(keys.tracking(), "renewal", record.stream().toString(), command.reason(), note);
        Intent intent = claims.claim(
                OwnReports.actor(who).written(), key.value(), HexFormat.of().formatHex(digest), clock.instant());
        vault.putWords(record.stream(), intent.id(), note);
        TrackingCodes.Issued issued = codes.register(intent.id(), record.stream());
        reports.run(intent, record.stream(), OptionalLong.empty(), command);
        return new Renewed(issued.code(), issued.secret());
    }

    private static String note(@Nullable String typed) {
        String note = typed == null ? "" : typed.strip();
        if (note.length() < NOTE_AT_LEAST) {
            throw new RuleViolated("report.renewal-note-missing");
        }
        if (note.length() > NOTE_AT_MOST) {
            throw new RuleViolated("report.renewal-note-too-long", NOTE_AT_MOST);
        }
        return note;
    }
}
