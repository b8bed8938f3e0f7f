package org.lianzhi.investigation.silence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.ConcludeRecord;
import org.lianzhi.investigation.domain.CaseCommand.RemindCounterpart;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Rung;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers remind the other side, and conclude their own record when that was in vain. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class Waiting {

    private final Casework casework;
    private final CaseStreams streams;
    private final Ladder ladder;

    Waiting(Casework casework, CaseStreams streams, Ladder ladder) {
        this.casework = casework;
        this.streams = streams;
        this.ladder = ladder;
    }

    /** @param rung code of the rung that the case page offered */
    record Reminder(@NotNull String rung, @NotNull String words) {}

    record Conclusion(@NotNull String outcome, @NotNull String explanation) {}

    @PostMapping("/reminder")
    Receipt remind(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Reminder body) {
        Rung rung = Rung.of(body.rung()).orElseThrow(() -> new RuleViolated("case.silence.rung-unknown"));
        return casework.change(
                new Asked(who, id, key, expected),
                "reminder",
                body,
                given -> remind(streams.load(id).joint(), who.side(), rung, body.words(), given.at()));
    }

    private RemindCounterpart remind(JointCase joint, Side side, Rung rung, String words, Instant at) {
        return new RemindCounterpart(
                rung, ladder.office(joint, side, rung), words, ladder.waitUntil(joint, rung, at), at);
    }

    @PostMapping("/conclusion")
    Receipt conclude(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Conclusion body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "conclusion",
                body,
                given -> new ConcludeRecord(body.outcome(), body.explanation(), given.at()));
    }
}
