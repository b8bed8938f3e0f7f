package org.lianzhi.intake.triage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.domain.ReviewStep;
import org.lianzhi.intake.keeping.Keeping;
import org.lianzhi.intake.place.PinnedPlace;
import org.lianzhi.intake.place.Routing;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.triage.Guarding.Guarded;
import org.lianzhi.intake.triage.ReportView.Event;
import org.lianzhi.intake.triage.ReportView.FixAnswer;
import org.lianzhi.intake.triage.ReportView.Guard;
import org.lianzhi.intake.triage.ReportView.GuardedPlace;
import org.lianzhi.intake.triage.ReportView.Keep;
import org.lianzhi.intake.triage.ReportView.Original;
import org.lianzhi.intake.triage.ReportView.SeenPlace;
import org.lianzhi.intake.vault.ReportEntry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.model.Photo;
import org.lianzhi.model.ReportEvent.FixConfirmed;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.ReportFollowed;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.SummaryReleased;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Located;

/** Puts together what the journal and the vault say of a report. */
public final class Viewing {

    private final ReportVault vault;
    private final Routing routing;
    private final Suggesting suggesting;
    private final Guarding guarding;
    private final Keeping keeping;
    private final Covering covering;

    public Viewing(
            ReportVault vault,
            Routing routing,
            Suggesting suggesting,
            Guarding guarding,
            Keeping keeping,
            Covering covering) {
        this.vault = vault;
        this.routing = routing;
        this.suggesting = suggesting;
        this.guarding = guarding;
        this.keeping = keeping;
        this.covering = covering;
    }

    /** Without its entry, which may have been erased, a report is shown by what the journal says. */
    ReportView view(ReportRecord record, boolean lead, Instant now) {
        var filed = record.report().filed();
        Optional<ReportEntry> entry = vault.open(record.stream());
        ReportForm form = entry.map(ReportEntry::form).orElse(ReportForm.EMPTY);
        Guarded guarded = guarding.of(record, form);
        List<TakenPhoto> kept = vault.photos(record.stream(), record.additions());
        return new ReportView(
                ReportLine.of(record, now),
                filed.triageRule(),
                filed.channel(),
                entry.map(ReportEntry::outsideNumber).orElse(null),
                form.description(),
                place(record, form.affectedWater()),
                place(record, form.suspectedSource()),
                place(record, form.suspectedOutlet()),
                place(record, form.suspectedFacility()),
                filed.observedAt(),
                entry.isEmpty() || form.observedAt() != null,
                filed.stillGoingOn(),
                filed.weather(),
                photos(kept),
                kept.stream()
                        .filter(TakenPhoto::isShown)
                        .map(photo -> covering.toRelease(record, photo))
                        .toList(),
                originals(kept),
                suggesting.of(record, guarded.proposal()),
                guard(guarded),
                history(record),
                record.lastEvent(SummaryReleased.class)
                        .map(SummaryReleased::summary)
                        .orElse(null),
                record.lastEvent(ReportReplied.class).map(ReportReplied::text).orElse(null),
                answers(record),
                new Saying(vault, record, lead).all(),
                record.report()
                        .correspondence()
                        .underReview()
                        .map(ReviewStep::code)
                        .orElse(null),
                record.followers().size(),
                Keep.of(keeping.of(record.stream())));
    }

    private static Guard guard(Guarded guarded) {
        return new Guard(
                guarded.proposal().code(),
                guarded.places().stream()
                        .map(place -> new GuardedPlace(
                                place.kind(),
                                place.sides(),
                                place.why().code(),
                                place.county(),
                                place.toBorderM(),
                                place.zoneM()))
                        .toList());
    }

    private static List<Photo> photos(List<TakenPhoto> kept) {
        return kept.stream()
                .filter(TakenPhoto::isShown)
                .map(photo -> new Photo(photo.id(), photo.sha256()))
                .toList();
    }

    private static List<Original> originals(List<TakenPhoto> kept) {
        return kept.stream()
                .filter(photo -> !photo.isShown())
                .map(photo -> new Original(photo.id(), String.valueOf(photo.type()), photo.sha256()))
                .toList();
    }

    private @Nullable SeenPlace place(ReportRecord record, @Nullable GivenPlace place) {
        Optional<Agreement> agreement = guarding.agreement(record);
        if (place == null || agreement.isEmpty()) {
            return null;
        }
        Optional<PinnedPlace> pin = PinnedPlace.of(place);
        return new SeenPlace(
                pin.map(PinnedPlace::latitude).orElse(null),
                pin.map(PinnedPlace::longitude).orElse(null),
                place.accuracyM(),
                place.words(),
                routing.county(agreement.get(), place).map(County::code).orElse(place.county()),
                pin.isPresent() ? GivenPlace.WGS_84 : null,
                pin.map(any -> Objects.requireNonNullElse(place.datum(), GivenPlace.WGS_84))
                        .orElse(null),
                routing.locate(agreement.get(), place)
                        .map(Located::toBorderM)
                        .map(Math::round)
                        .orElse(null));
    }

    /** Followers are counted, not listed: there may be many. */
    private static List<Event> history(ReportRecord record) {
        return record.steps().stream()
                .filter(step -> !(step.event() instanceof ReportFollowed))
                .map(step -> new Event(
                        step.key(),
                        step.at(),
                        step.actor().role().code(),
                        step.actor().bureau()))
                .toList();
    }

    private List<FixAnswer> answers(ReportRecord record) {
        return record.steps().stream()
                .filter(step -> step.event() instanceof FixConfirmed || step.event() instanceof FixContested)
                .map(step -> new FixAnswer(
                        step.at(),
                        step.event() instanceof FixConfirmed,
                        vault.wordsOf(record.stream(), step.commit()).orElse(null)))
                .toList();
    }
}
