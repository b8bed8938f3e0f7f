package org.lianzhi.intake.triage;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.keeping.Keeping;
import org.lianzhi.intake.keeping.KeepingRules;
import org.lianzhi.intake.keeping.KeepingRules.Asked;
import org.lianzhi.intake.keeping.Kept;
import org.lianzhi.intake.keeping.Kept.Kind;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.triage.ReportView.Keep;
import org.lianzhi.intake.vault.AccessLog;
import org.lianzhi.intake.vault.ReportEntry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.lianzhi.territory.Territory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the reporter is, for whoever says why; and for the lead of the office, whether that is kept. */
@RestController
@RequestMapping("/api/v1/reports/{id}")
class KeepingReports {

    private final OwnReports own;
    private final Keeping keeping;
    private final ReportVault vault;
    private final AccessLog access;
    private final Territory territory;
    private final Claims claims;
    private final Clock clock;

    KeepingReports(
            OwnReports own,
            Keeping keeping,
            ReportVault vault,
            AccessLog access,
            Territory territory,
            Claims claims,
            Clock clock) {
        this.own = own;
        this.keeping = keeping;
        this.vault = vault;
        this.access = access;
        this.territory = territory;
        this.claims = claims;
        this.clock = clock;
    }

    /** @param reason it is read by the supervisors of the side; it must not say who the reporter is */
    record Look(@Nullable String reason) {}

    record Change(@Nullable String reason, @Nullable LocalDate reviewOn) {}

    /**
     * Who the reporter is.
     *
     * @param contact null where none was given, or where it was erased
     */
    record Identity(ReportForm.@Nullable Contact contact) {

        /** It belongs into no log. */
        @Override
        public String toString() {
            return "an identity";
        }
    }

    /** Refused without a reason, which is written down with who and when before anything is opened. */
    @PostMapping("/identity")
    Identity identity(SignedIn who, @PathVariable String id, @RequestBody Look look) {
        ReportRecord record = own.load(who, id);
        String reason = Triage.given(look.reason());
        KeepingRules.checkReason(reason);
        access.opened(record.stream(), OwnReports.actor(who), "identity", null, reason);
        return vault.open(record.stream())
                .map(ReportEntry::form)
                .filter(ReportForm::contactGiven)
                .map(form -> new Identity(form.contact()))
                .orElseGet(() -> new Identity(null));
    }

    /** The law needs it, such as a review or a court: it is not erased until somebody ends that. */
    @PostMapping("/hold")
    Keep hold(SignedIn who, @PathVariable String id, IdempotencyKey key, @RequestBody Change change) {
        return change(who, id, key, new Asked(Kind.HELD, Triage.given(change.reason()), change.reviewOn()));
    }

    @PostMapping("/hold-end")
    Keep release(SignedIn who, @PathVariable String id, IdempotencyKey key, @RequestBody Change change) {
        return change(who, id, key, new Asked(Kind.RELEASED, Triage.given(change.reason()), null));
    }

    /** What the reporter said can be read by nobody from then on. What the record tells of it, without them, stays. */
    @PostMapping("/erasure")
    Keep erase(SignedIn who, @PathVariable String id, IdempotencyKey key, @RequestBody Change change) {
        return change(who, id, key, new Asked(Kind.ERASED, Triage.given(change.reason()), null));
    }

    private Keep change(SignedIn who, String id, IdempotencyKey key, Asked asked) {
        ReportRecord record = own.load(who, id);
        String by = who.as(Role.LEAD).written();
        String digest = CommitHash.of(
                record.stream().toString(), asked.kind().name(), asked.reason(), String.valueOf(asked.reviewOn()));
        Intent intent = claims.claim(by, key.value(), digest, clock.instant());
        Kept kept = keeping.run(
                intent, record.stream(), asked, LocalDate.ofInstant(clock.instant(), territory.zoneOf(who.side())));
        return Keep.of(kept);
    }
}
