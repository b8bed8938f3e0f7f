package org.lianzhi.intake.triage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.intake.domain.Report.Disputed;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.Report.Merged;
import org.lianzhi.intake.domain.Report.Proposed;
import org.lianzhi.intake.domain.Report.Returned;
import org.lianzhi.intake.domain.Report.Transferred;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.domain.ReviewStep;
import org.lianzhi.intake.keeping.Keeping;
import org.lianzhi.intake.place.PinnedPlace;
import org.lianzhi.intake.place.Routing;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.triage.Guarding.Guarded;
import org.lianzhi.intake.triage.ReportView.Asked;
import org.lianzhi.intake.triage.ReportView.Deadline;
import org.lianzhi.intake.triage.ReportView.FixAnswer;
import org.lianzhi.intake.triage.ReportView.Guard;
import org.lianzhi.intake.triage.ReportView.GuardedPlace;
import org.lianzhi.intake.triage.ReportView.Keep;
import org.lianzhi.intake.triage.ReportView.Objection;
import org.lianzhi.intake.triage.ReportView.Opened;
import org.lianzhi.intake.triage.ReportView.Original;
import org.lianzhi.intake.triage.ReportView.Proposal;
import org.lianzhi.intake.triage.ReportView.SeenPlace;
import org.lianzhi.intake.triage.ReportView.Transfer;
import org.lianzhi.intake.vault.Openings.Opening;
import org.lianzhi.intake.vault.ReportEntry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Photo;
import org.lianzhi.model.ReportEvent.FixConfirmed;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.ReportVerified;
import org.lianzhi.model.ReportEvent.SummaryReleased;
import org.lianzhi.model.Role;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Located;
import org.lianzhi.territory.Territory;

/** Puts together what the journal and the vault say of a report. */
public final class Viewing {

    private final ReportVault vault;
    private final Routing routing;
    private final Suggesting suggesting;
    private final Guarding guarding;
    private final Keeping keeping;
    private final Covering covering;
    private final Territory territory;
    private final ReadModel<BoardEntry> board;

    public Viewing(
            ReportVault vault,
            Routing routing,
            Suggesting suggesting,
            Guarding guarding,
            Keeping keeping,
            Covering covering,
            Territory territory,
            ReadModel<BoardEntry> board) {
        this.vault = vault;
        this.routing = routing;
        this.suggesting = suggesting;
        this.guarding = guarding;
        this.keeping = keeping;
        this.covering = covering;
        this.territory = territory;
        this.board = board;
    }

    /**
     * Without its entry, which is not opened or was erased, a report is shown by what the journal says.
     *
     * @param opening why the vault is opened; null where it is not
     */
    ReportView view(ReportRecord record, SignedIn who, @Nullable Opening opening, Instant now) {
        Contents contents = opening == null ? Contents.SEALED : new Contents.Opened(vault, record);
        var filed = record.report().filed();
        Optional<ReportEntry> entry = contents.entry();
        ReportForm form = entry.map(ReportEntry::form).orElse(ReportForm.EMPTY);
        Guarded guarded = guarding.of(record, form);
        List<TakenPhoto> kept = contents.photos();
        return new ReportView(
                ReportLine.of(record, now),
                Opened.of(opening),
                record.promise().rule(),
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
                History.of(record, contents),
                record.lastEvent(SummaryReleased.class)
                        .map(SummaryReleased::summary)
                        .orElse(null),
                record.lastEvent(ReportReplied.class).map(ReportReplied::text).orElse(null),
                answers(record, contents),
                new Saying(contents, record, who.is(Role.LEAD)).all(),
                record.report()
                        .correspondence()
                        .underReview()
                        .map(ReviewStep::code)
                        .orElse(null),
                record.followers().size(),
                Keep.of(keeping.of(record.stream())),
                record.report() instanceof Returned returned ? asked(returned.asked()) : null,
                record.report() instanceof Merged merged ? merged.into() : null,
                mergedHere(record),
                record.report() instanceof Proposed proposed ? proposal(proposed.proposal(), who) : null,
                transfer(record),
                record.lastEvent(ReportVerified.class)
                        .map(ReportVerified::result)
                        .orElse(null),
                deadline(record));
    }

    private @Nullable Deadline deadline(ReportRecord record) {
        return territory
                .agreementOf(new Side(record.stream().side()))
                .flatMap(agreement -> agreement
                        .deadline(record.promise().rule())
                        .map(rule -> new Deadline(
                                rule.amount(),
                                rule.unit(),
                                rule.basis(),
                                rule.verified(),
                                agreement
                                        .calendar()
                                        .knows(record.promise()
                                                .by()
                                                .atZone(agreement.zone())
                                                .getYear()))))
                .orElse(null);
    }

    private static @Nullable Transfer transfer(ReportRecord record) {
        return switch (record.report()) {
            case Transferred transferred -> transfer(transferred.transfer(), null);
            case Disputed disputed ->
                record.lastEvent(ReportTransferred.class)
                        .map(transfer -> transfer(
                                transfer,
                                new Objection(
                                        disputed.objection().reason(),
                                        disputed.objection().words(),
                                        disputed.objection().superior())))
                        .orElse(null);
            case Filed other -> null;
        };
    }

    private static Transfer transfer(ReportTransferred transfer, @Nullable Objection objection) {
        return new Transfer(
                transfer.from(), transfer.to(), transfer.reason(), transfer.words(), transfer.objectBy(), objection);
    }

    private static Asked asked(InformationRequested asked) {
        return new Asked(asked.reason(), asked.question(), asked.answerBy());
    }

    private List<String> mergedHere(ReportRecord record) {
        return board.entries(Board.merged(record.stream().id()), BoardEntry.class).keySet().stream()
                .sorted()
                .toList();
    }

    private static Proposal proposal(OutcomeProposed proposal, SignedIn who) {
        return new Proposal(
                proposal.outcome(),
                proposal.reason(),
                proposal.words(),
                proposal.officer().equals(who.person()));
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
        Optional<Agreement> agreement =
                territory.agreementOf(new Side(record.stream().side()));
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

    private static List<FixAnswer> answers(ReportRecord record, Contents contents) {
        return record.steps().stream()
                .filter(step -> step.event() instanceof FixConfirmed || step.event() instanceof FixContested)
                .map(step -> new FixAnswer(
                        step.at(),
                        step.event() instanceof FixConfirmed,
                        contents.words(step).orElse(null)))
                .toList();
    }
}
