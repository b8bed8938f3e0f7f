package org.lianzhi.investigation.supervision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Close;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Extend;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Give;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Remind;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.ReportBack;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Withdraw;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.territory.Territory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Supervisors give instructions and see them through; the office that was asked reports back. */
@RestController
@RequestMapping("/api/v1/cases/{id}/instructions")
class Instructions {

    private final Supervising supervising;
    private final Territory territory;

    Instructions(Supervising supervising, Territory territory) {
        this.supervising = supervising;
        this.territory = territory;
    }

    /** @param office code of an office of the own side */
    record Giving(
            @NotNull String office,
            @NotNull String task,
            @NotNull Instant dueAt) {}

    record Reminder(@Nullable String words) {}

    record Extension(@NotNull Instant dueAt, @NotNull String reason) {}

    record Report(@NotNull String account) {}

    record Closing(@Nullable String words) {}

    record Withdrawal(@NotNull String reason) {}

    @PostMapping
    ResponseEntity<Receipt> give(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Giving body) {
        Set<String> known = Set.copyOf(territory.officesOf(who.side()));
        return supervising
                .supervise(
                        new Asked(who, id, key, expected),
                        "instruction",
                        body,
                        given -> new Give(
                                given.id(), body.office(), who.bureau(), body.task(), body.dueAt(), given.at(), known))
                .created();
    }

    @PostMapping("/{ref}/reminder")
    Receipt remind(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @RequestBody Reminder body) {
        return about(new Asked(who, id, key, expected), ref, "reminder", body, new Remind(ref, body.words()));
    }

    @PostMapping("/{ref}/extension")
    Receipt extend(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Extension body) {
        return supervising
                .supervise(
                        new Asked(who, id, key, expected),
                        act("extension", ref),
                        body,
                        given -> new Extend(ref, body.dueAt(), body.reason(), given.at()))
                .about(ref);
    }

    @PostMapping("/{ref}/closure")
    Receipt close(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @RequestBody Closing body) {
        return about(new Asked(who, id, key, expected), ref, "closure", body, new Close(ref, body.words()));
    }

    @PostMapping("/{ref}/withdrawal")
    Receipt withdraw(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Withdrawal body) {
        return about(
                new Asked(who, id, key, expected),
                ref,
                "withdrawal",
                body,
                new Withdraw(ref, who.bureau(), body.reason()));
    }

    @PostMapping("/{ref}/report")
    Receipt report(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Report body) {
        return supervising.answer(
                new Asked(who, id, key, expected), ref, act("report", ref), body, new ReportBack(ref, body.account()));
    }

    private Receipt about(Asked asked, String ref, String act, Record body, SupervisionCommand command) {
        return supervising
                .supervise(asked, act(act, ref), body, given -> command)
                .about(ref);
    }

    /** The same words about another instruction are another command. */
    private static String act(String act, String ref) {
        return "instruction-" + act + "/" + ref;
    }
}
