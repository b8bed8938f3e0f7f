package org.lianzhi.intake.triage;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.FilingRules;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.intake.domain.OpeningRules;
import org.lianzhi.intake.domain.ReportCommand.CorrectPlace;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.place.BorderGuard.Proposal;
import org.lianzhi.intake.place.PinnedPlace;
import org.lianzhi.intake.place.Routing;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.vault.Moved;
import org.lianzhi.intake.vault.ReportEntry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.ReportEvent.PlaceCorrected;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Located;
import org.lianzhi.territory.Territory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Moves the pin of a place. Where it was and is lies in the vault, under the commit that tells of it; the record says who
 * moved it, why, and in which county it lies now.
 */
@RestController
@RequestMapping("/api/v1/reports/{id}/place")
class Placing {

    private static final String WATER = "water";

    private final OwnReports own;
    private final Looking looking;
    private final Reports reports;
    private final ReportVault vault;
    private final VaultKeys keys;
    private final Guarding guarding;
    private final Routing routing;
    private final Territory territory;
    private final Claims claims;
    private final Clock clock;

    Placing(
            OwnReports own,
            Looking looking,
            Reports reports,
            ReportVault vault,
            VaultKeys keys,
            Guarding guarding,
            Routing routing,
            Territory territory,
            Claims claims,
            Clock clock) {
        this.own = own;
        this.looking = looking;
        this.reports = reports;
        this.vault = vault;
        this.keys = keys;
        this.guarding = guarding;
        this.routing = routing;
        this.territory = territory;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * A pin as it should be.
     *
     * @param kind code of the place
     * @param accuracyM how far off it may be; null where a person knows it
     * @param datum null for WGS-84
     * @param sideConfirmed that a person says it lies on the own side, where the map leaves that open
     */
    record Pin(
            @Nullable String kind,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Double accuracyM,
            @Nullable String datum,
            @Nullable String reason,
            @Nullable Boolean sideConfirmed) {

        /** It belongs into no log. */
        @Override
        public String toString() {
            return "a pin";
        }
    }

    @PostMapping
    Receipt move(
            SignedIn who, @PathVariable String id, IdempotencyKey key, ExpectedVersion seen, @RequestBody Pin pin) {
        ReportRecord record = own.load(who, id);
        // Nobody moves what they have not seen.
        if (looking.opening(record, who).isEmpty()) {
            throw OpeningRules.missing();
        }
        Intent intent =
                claims.claim(OwnReports.actor(who).written(), key.value(), digest(record, pin), clock.instant());
        ReportForm form = vault.openCorrected(record.stream(), record.moves())
                .map(ReportEntry::form)
                .orElseThrow(() -> new RuleViolated("report.erased"));
        String kind = Triage.given(pin.kind());
        GivenPlace before = form.place(kind).orElseThrow(() -> new RuleViolated("report.correction-unknown"));
        GivenPlace after = after(record, before, pin);
        CorrectPlace command = command(record, pin, form.with(kind, after), !sameSpot(before, after));
        if (!record.has(intent.id())) {
            reports.check(record, command);
            vault.putMoved(record.stream(), intent.id(), new Moved(kind, before, after));
        }
        return reports.run(intent, record.stream(), seen.value(), command);
    }

    /** Keyed: places near a line are few enough to be tried one by one. */
    private String digest(ReportRecord record, Pin pin) {
        return HexFormat.of()
                .formatHex(KeyedDigest.of(
                        keys.tracking(),
                        "place",
                        record.stream().toString(),
                        Triage.given(pin.kind()),
                        String.valueOf(pin.latitude()),
                        String.valueOf(pin.longitude()),
                        String.valueOf(pin.accuracyM()),
                        String.valueOf(pin.datum()),
                        Triage.given(pin.reason()),
                        String.valueOf(pin.sideConfirmed())));
    }

    private Optional<Agreement> agreement(ReportRecord record) {
        return territory.agreementOf(new Side(record.stream().side()));
    }

    /** The county is where the pin lies now; where that is none, the one that somebody chose. */
    private GivenPlace after(ReportRecord record, GivenPlace before, Pin pin) {
        GivenPlace moved = new GivenPlace(
                pin.latitude(), pin.longitude(), pin.accuracyM(), pin.datum(), before.words(), before.county());
        FilingRules.checkPin(moved);
        String county = agreement(record)
                .flatMap(agreement -> routing.locate(agreement, moved))
                .flatMap(Located::county)
                .map(County::code)
                .orElse(before.county());
        return new GivenPlace(
                moved.latitude(), moved.longitude(), moved.accuracyM(), moved.datum(), moved.words(), county);
    }

    private static boolean sameSpot(GivenPlace before, GivenPlace after) {
        return PinnedPlace.of(before).equals(PinnedPlace.of(after));
    }

    private CorrectPlace command(ReportRecord record, Pin pin, ReportForm form, boolean moved) {
        var filed = record.report().filed();
        boolean water = Triage.given(pin.kind()).equals(WATER);
        PlaceCorrected facts = new PlaceCorrected(
                Triage.given(pin.kind()),
                water ? filed.county() : filed.suspectedCounty(),
                county(record, water ? Stream.ofNullable(form.affectedWater()) : form.suspected().stream()),
                nearTheLine(record, form),
                Triage.given(pin.reason()).strip());
        Proposal proposal = guarding.of(record, form).proposal();
        boolean open = proposal.mustBeConfirmed() && !Boolean.TRUE.equals(pin.sideConfirmed());
        return new CorrectPlace(facts, moved, open ? proposal.code() : null);
    }

    private @Nullable String county(ReportRecord record, Stream<GivenPlace> places) {
        return agreement(record)
                .flatMap(agreement -> places.flatMap(place -> routing.county(agreement, place).stream())
                        .map(County::code)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }

    private boolean nearTheLine(ReportRecord record, ReportForm form) {
        return agreement(record)
                .flatMap(agreement -> form.whereToBegin().flatMap(place -> routing.locate(agreement, place)))
                .map(Located::inBorderZone)
                .orElse(false);
    }
}
