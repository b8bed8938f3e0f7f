package org.lianzhi.intake.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Report;
import org.lianzhi.intake.domain.ReportCommand.AskReporter;
import org.lianzhi.intake.domain.ReportCommand.ConfirmOutcome;
import org.lianzhi.intake.domain.ReportCommand.Merge;
import org.lianzhi.intake.domain.ReportCommand.Others;
import org.lianzhi.intake.domain.ReportCommand.ProposeOutcome;
import org.lianzhi.intake.domain.ReportCommand.RejectOutcome;
import org.lianzhi.intake.domain.ReportCommand.TakeUp;
import org.lianzhi.intake.domain.ReportCommand.Target;
import org.lianzhi.intake.report.Promises;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.triage.Deciding.Asked;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a bureau finds at triage beside accepting a report or not. */
@RestController
@RequestMapping("/api/v1/reports/{id}")
class Outcomes {

    private final OwnReports own;
    private final Deciding deciding;
    private final Promises promises;
    private final Similar similar;
    private final Joining joining;

    Outcomes(OwnReports own, Deciding deciding, Promises promises, Similar similar, Joining joining) {
        this.own = own;
        this.deciding = deciding;
        this.promises = promises;
        this.similar = similar;
        this.joining = joining;
    }

    record Question(@Nullable String reason, @Nullable String question) {}

    /**
     * A report goes on in another one.
     *
     * @param into id or number of that one
     * @param othersCome that what goes on in it goes on there, too
     */
    record Merging(
            @Nullable String into,
            @Nullable String reason,
            @Nullable Boolean othersCome) {}

    record Proposal(
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String words) {}

    record Confirmation() {}

    record Rejection(@Nullable String words) {}

    record TakingUp(@Nullable String reason) {}

    @PostMapping("/question")
    Receipt ask(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Question body) {
        ReportRecord record = own.load(who, id);
        return deciding.run(
                new Asked(who, key, seen),
                record,
                body,
                at -> new AskReporter(promises.asked(
                        record.stream(),
                        Triage.given(body.reason()),
                        Triage.given(body.question()).strip(),
                        at)));
    }

    /** Others of the bureau that could be about the same. */
    @GetMapping("/similar")
    List<Similar.Candidate> similar(SignedIn who, @PathVariable String id) {
        return similar.to(own.load(who, id));
    }

    @PostMapping("/merge")
    Receipt merge(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Merging body) {
        ReportRecord record = own.load(who, id);
        String into = similar.idOf(who.bureau(), Triage.given(body.into()));
        return deciding.run(
                new Asked(who, key, seen),
                record,
                body,
                at -> new Merge(
                        into,
                        Triage.given(body.reason()),
                        target(who, record, into),
                        new Others(joining.into(record), Boolean.TRUE.equals(body.othersCome()))));
    }

    /** A report of another office is as unknown as one that is not there. */
    private Target target(SignedIn who, ReportRecord record, String into) {
        if (record.stream().id().equals(into)) {
            return Target.ITSELF;
        }
        try {
            return switch (own.load(who, into).report()) {
                case Report.Undecided undecided -> Target.GOOD;
                case Report.Accepted accepted -> Target.GOOD;
                case Report.CrossBorder crossBorder -> Target.GOOD;
                case Report.Filed other -> Target.NOT_GOING_ON;
            };
        } catch (NotForYou e) {
            return Target.UNKNOWN;
        }
    }

    @PostMapping("/outcome")
    Receipt propose(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Proposal body) {
        OutcomeProposed facts = new OutcomeProposed(
                Triage.given(body.outcome()),
                Triage.given(body.reason()),
                Triage.given(body.words()).strip(),
                who.person());
        ReportRecord record = own.load(who, id);
        return deciding.run(
                new Asked(who, key, seen), record, facts, at -> new ProposeOutcome(facts, joining.into(record)));
    }

    @PostMapping("/outcome/confirmation")
    Receipt confirm(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Confirmation nothingMore) {
        ReportRecord record = own.load(who, id);
        return deciding.run(
                new Asked(who, key, seen),
                record,
                nothingMore,
                at -> new ConfirmOutcome(who.person(), joining.into(record)));
    }

    @PostMapping("/outcome/rejection")
    Receipt reject(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Rejection body) {
        RejectOutcome command = new RejectOutcome(who.person(), Triage.given(body.words()));
        return deciding.run(new Asked(who, key, seen), own.load(who, id), command);
    }

    @PostMapping("/taking-up")
    Receipt takeUp(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody TakingUp body) {
        ReportRecord record = own.load(who, id);
        return deciding.run(
                new Asked(who, key, seen),
                record,
                body,
                at -> new TakeUp(promises.takenUp(record.stream(), Triage.given(body.reason()), at)));
    }
}
