package org.lianzhi.intake.triage;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportCommand.Accept;
import org.lianzhi.intake.domain.ReportCommand.AnswerReview;
import org.lianzhi.intake.domain.ReportCommand.NotAccept;
import org.lianzhi.intake.domain.ReportCommand.Reply;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.triage.Deciding.Asked;
import org.lianzhi.intake.vault.Openings.Opening;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One report, for officers of the bureau that it came to. */
@RestController
@RequestMapping("/api/v1/reports/{id}")
class Triage {

    private final OwnReports own;
    private final Deciding deciding;
    private final Viewing viewing;
    private final Guarding guarding;
    private final Releasing releasing;
    private final Looking looking;
    private final Joining joining;
    private final Clock clock;

    Triage(
            OwnReports own,
            Deciding deciding,
            Viewing viewing,
            Guarding guarding,
            Releasing releasing,
            Looking looking,
            Joining joining,
            Clock clock) {
        this.own = own;
        this.deciding = deciding;
        this.viewing = viewing;
        this.guarding = guarding;
        this.releasing = releasing;
        this.looking = looking;
        this.joining = joining;
        this.clock = clock;
    }

    /** @param sideConfirmed that a person says it lies on the own side, where the map leaves that open */
    record Acceptance(@Nullable Boolean sideConfirmed) {}

    /** @param words where the code says nothing; they are read by the supervisors of the side */
    record Reason(@Nullable String reason, @Nullable String words) {}

    record NonAcceptance(@Nullable String reason, @Nullable String whereToGo) {}

    record PublicReply(
            @Nullable String text,
            @Nullable String verification,
            @Nullable Boolean reviewable) {}

    record ReviewAnswer(@Nullable String outcome, @Nullable String text) {}

    /**
     * What the record says; and what the vault holds for whoever has a reason, which stands in the log with each look.
     *
     * @param contents whether what the vault holds is wanted at all
     */
    @GetMapping
    ReportView view(SignedIn who, @PathVariable String id, @RequestParam(defaultValue = "true") boolean contents) {
        ReportRecord record = own.load(who, id);
        Optional<Opening> opening = contents ? looking.opening(record, who) : Optional.empty();
        if (opening.isPresent()) {
            looking.look(record, who, "form");
        }
        return viewing.view(record, who, opening.orElse(null), clock.instant());
    }

    /** Why the officer reads what the reporter said. */
    @PostMapping("/opening")
    ReportView open(SignedIn who, @PathVariable String id, @RequestBody Reason body) {
        ReportRecord record = own.load(who, id);
        looking.give(record, who, given(body.reason()), given(body.words()));
        return view(who, id, true);
    }

    @PostMapping("/acceptance")
    Receipt accept(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Acceptance body) {
        ReportRecord record = own.load(who, id);
        guarding.check(record, Boolean.TRUE.equals(body.sideConfirmed()));
        return deciding.run(new Asked(who, key, seen), record, new Accept(who.bureau()));
    }

    @PostMapping("/non-acceptance")
    Receipt notAccept(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody NonAcceptance body) {
        ReportRecord record = own.load(who, id);
        return deciding.run(
                new Asked(who, key, seen),
                record,
                body,
                at -> new NotAccept(given(body.reason()), body.whereToGo(), joining.into(record)));
    }

    @PostMapping("/reply")
    Receipt reply(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody PublicReply body) {
        return deciding.run(new Asked(who, key, seen), own.load(who, id), reply(body));
    }

    private static Reply reply(PublicReply body) {
        return new Reply(given(body.text()), body.verification(), Boolean.TRUE.equals(body.reviewable()));
    }

    /** What a higher authority, which takes no part in the system, answered to a request for review. */
    @PostMapping("/review-answer")
    Receipt answerReview(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody ReviewAnswer body) {
        AnswerReview command = new AnswerReview(given(body.outcome()), given(body.text()));
        return deciding.run(new Asked(who, key, seen), own.load(who, id), command);
    }

    /** Nothing crosses the border but by this. */
    @PostMapping("/release")
    Receipt release(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @Valid @RequestBody ReleaseRequest body) {
        ReportRecord record = own.load(who, id);
        return deciding.run(new Asked(who, key, seen), record, releasing.command(record, body));
    }

    static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
