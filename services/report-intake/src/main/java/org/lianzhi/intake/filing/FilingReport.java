package org.lianzhi.intake.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Codes;
import org.lianzhi.intake.domain.FilingRules;
import org.lianzhi.intake.domain.ReportCommand.FileReport;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.place.Routing;
import org.lianzhi.intake.place.Routing.Route;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.tracking.TrackingCodes;
import org.lianzhi.intake.tracking.TrackingCodes.Issued;
import org.lianzhi.intake.vault.ReportEntry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Uploads;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Actor;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.SortableIds;
import org.lianzhi.territory.County;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files a report. The claim fixes id, time and tracking code; what is sealed is written under ids that derive from it; the
 * journal's commit comes last and alone makes it a report.
 */
public final class FilingReport {

    static final String TRIAGE = "triage";
    private static final String ANYBODY = "citizen";
    private static final String WEB = "web";

    private final FilingRules rules;
    private final Routing routing;
    private final Sealed sealed;
    private final Reports reports;
    private final Claims claims;
    private final JsonMapper json;
    private final Clock clock;
    private final int mostPhotos;

    /** What is sealed or hashed. */
    public record Sealed(VaultKeys keys, ReportVault vault, Uploads uploads, TrackingCodes codes) {}

    public FilingReport(
            FilingRules rules,
            Routing routing,
            Sealed sealed,
            Reports reports,
            Claims claims,
            JsonMapper json,
            Clock clock,
            int mostPhotos) {
        this.rules = rules;
        this.routing = routing;
        this.sealed = sealed;
        this.reports = reports;
        this.claims = claims;
        this.json = json;
        this.clock = clock;
        this.mostPhotos = mostPhotos;
    }

    /** What a citizen sends. */
    record Request(
            @Nullable ReportForm form,
            @Nullable List<String> photos,
            @Nullable Boolean synthetic) {

        ReportForm formOrEmpty() {
            return form == null ? ReportForm.EMPTY : form;
        }

        List<String> photosOrNone() {
            return photos == null ? List.of() : photos.stream().distinct().toList();
        }

        @Override
        public String toString() {
            return "a report";
        }
    }

    /**
     * How a report comes in.
     *
     * @param taker who took it down; null where the citizen filled in the form
     */
    private record Way(String channel, @Nullable Taker taker) {

        static final Way WEB = new Way(FilingReport.WEB, null);

        Route read(Route route) {
            return taker == null ? route : route.readBy(taker.side(), taker.bureau());
        }

        @Nullable
        String outsideNumber() {
            return taker == null ? null : taker.outsideNumber();
        }

        String actor(Side side) {
            return (taker == null ? Actor.citizen(side) : taker.actor()).written();
        }

        /** Where the claim does not know yet whose record it will be. */
        String claimant() {
            return taker == null ? ANYBODY : taker.actor().written();
        }
    }

    /**
     * An officer who enters what somebody told.
     *
     * @param outsideNumber under which another office took it down; null where none did
     */
    record Taker(
            Actor actor, Side side, String bureau, @Nullable String outsideNumber) {}

    /** @param issued shown once and known to nobody else */
    record Filed(StreamId stream, Issued issued, Route route, ReportFiled facts, Instant at) {}

    Filed file(Request request, String key) {
        return file(request, Way.WEB, key);
    }

    /** What somebody told an officer, whose own office reads it. */
    Filed enter(Request request, @Nullable String channel, Taker taker, String key) {
        return file(request, new Way(FilingRules.checkEntered(channel, taker.outsideNumber()), taker), key);
    }

    private Filed file(Request request, Way way, String key) {
        ReportForm form = request.formOrEmpty();
        rules.check(form, clock.instant());
        if (request.photosOrNone().size() > mostPhotos) {
            throw new RuleViolated("report.incomplete", "photos:too-many");
        }
        Route route = way.read(routing.route(form.whereToBegin().orElseThrow()));
        Intent claim = claims.claim(way.claimant(), key, digest(request, way), clock.instant());
        Optional<Filed> before = filedBefore(claim, route);
        if (before.isPresent()) {
            return before.get();
        }
        Intent intent = new Intent(claim.id(), claim.causationId(), way.actor(route.side()), claim.at());
        StreamId stream = Reports.stream(SortableIds.derive(intent.at(), intent.id()), route.side());
        ReportFiled facts = facts(request, route, way.channel(), intent.at());
        Issued issued = seal(stream, request, way.outsideNumber(), intent);
        reports.run(intent, stream, OptionalLong.empty(), new FileReport(facts));
        settle(stream);
        return new Filed(stream, issued, route, facts, intent.at());
    }

    /** Its code leads to it. Where it would go now does not matter: the map may have been replaced in the meantime. */
    private Optional<Filed> filedBefore(Intent claim, Route route) {
        return sealed.codes().reportOf(claim.id()).flatMap(reports::find).map(record -> {
            settle(record.stream());
            Issued issued = sealed.codes().register(claim.id(), record.stream());
            ReportFiled facts = record.lastEvent(ReportFiled.class).orElseThrow();
            return new Filed(record.stream(), issued, route, facts, claim.at());
        });
    }

    /** Also of what an earlier attempt sealed it is said anew that it is about to be filed, so that it is not swept. */
    private Issued seal(StreamId stream, Request request, @Nullable String outsideNumber, Intent intent) {
        Optional<List<TakenPhoto>> taken = take(stream, request);
        sealed.vault().expect(stream, clock.instant());
        if (sealed.vault().open(stream).isEmpty()) {
            taken.ifPresent(photos ->
                    sealed.vault().put(stream, new ReportEntry(request.formOrEmpty(), photos, outsideNumber)));
        }
        return sealed.codes().register(intent.id(), stream);
    }

    /** Empty when the same request, sent twice at once, was faster and is filed. */
    private Optional<List<TakenPhoto>> take(StreamId stream, Request request) {
        try {
            return Optional.of(sealed.uploads().take(request.photosOrNone(), stream.toString(), clock.instant()));
        } catch (RuleViolated unknown) {
            if (reports.find(stream).isPresent()) {
                return Optional.empty();
            }
            throw unknown;
        }
    }

    private void settle(StreamId stream) {
        sealed.vault().open(stream).ifPresent(entry -> sealed.uploads().settle(entry.photos()));
        sealed.vault().settle(stream);
    }

    /** Keyed: a digest of few words without a key could be found by trying. */
    private String digest(Request request, Way way) {
        String form = json.writeValueAsString(request);
        return HexFormat.of()
                .formatHex(
                        way.taker() == null
                                ? KeyedDigest.of(sealed.keys().tracking(), "filing", form)
                                : KeyedDigest.of(
                                        sealed.keys().tracking(),
                                        "entering",
                                        form,
                                        way.channel(),
                                        String.valueOf(way.outsideNumber())));
    }

    private ReportFiled facts(Request request, Route route, String channel, Instant at) {
        ReportForm form = request.formOrEmpty();
        return new ReportFiled(
                channel,
                Objects.requireNonNull(form.category()),
                // Where the cause is believed to be says nothing of where the water is.
                form.whereToBegin().equals(Optional.ofNullable(form.affectedWater())) ? route.county() : null,
                form.suspected().stream()
                        .flatMap(place -> routing.county(route.agreement(), place).stream())
                        .findFirst()
                        .map(County::code)
                        .orElse(null),
                route.bureau(),
                route.inBorderZone(),
                form.observedAt() == null ? at : form.observedAt(),
                form.weather() == null || form.weather().isBlank() ? Codes.UNKNOWN : form.weather(),
                form.stillGoingOn(),
                request.photosOrNone().size(),
                form.contactGiven(),
                route.agreement().due(TRIAGE, at),
                TRIAGE,
                Boolean.TRUE.equals(request.synthetic()));
    }
}
