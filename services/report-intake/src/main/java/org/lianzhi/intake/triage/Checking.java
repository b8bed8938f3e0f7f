package org.lianzhi.intake.triage;

import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Codes;
import org.lianzhi.intake.domain.ReportCommand.Correct;
import org.lianzhi.intake.domain.ReportCommand.Verify;
import org.lianzhi.intake.triage.Deciding.Asked;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.territory.Territory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the bureau established about a report, and which of its details it corrects. */
@RestController
@RequestMapping("/api/v1/reports/{id}")
class Checking {

    private final OwnReports own;
    private final Deciding deciding;
    private final Codes codes;
    private final Territory territory;

    Checking(OwnReports own, Deciding deciding, Codes codes, Territory territory) {
        this.own = own;
        this.deciding = deciding;
        this.codes = codes;
        this.territory = territory;
    }

    record Verification(@Nullable String result, @Nullable String words) {}

    record Correction(
            @Nullable String what,
            @Nullable String after,
            @Nullable String reason) {}

    @PostMapping("/verification")
    Receipt verify(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Verification body) {
        Verify command = new Verify(Triage.given(body.result()), Triage.given(body.words()));
        return deciding.run(new Asked(who, key, seen), own.load(who, id), command);
    }

    @PostMapping("/correction")
    Receipt correct(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Correction body) {
        String what = Triage.given(body.what());
        String after = Triage.given(body.after());
        Correct command = new Correct(what, after, Triage.given(body.reason()), isKnown(what, after));
        return deciding.run(new Asked(who, key, seen), own.load(who, id), command);
    }

    private boolean isKnown(String what, String after) {
        return what.equals("category")
                ? codes.categories().contains(after)
                : territory.county(after).isPresent();
    }
}
