package org.lianzhi.intake.triage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.intake.domain.ReportCommand.Escalation;
import org.lianzhi.intake.domain.ReportCommand.ReleaseAndEscalate;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.model.Photo;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Territory;

/** Checks what a release names against the vault and the territory. */
public final class Releasing {

    private final ReportVault vault;
    private final Territory territory;
    private final Covering covering;

    public Releasing(ReportVault vault, Territory territory, Covering covering) {
        this.vault = vault;
        this.territory = territory;
        this.covering = covering;
    }

    ReleaseAndEscalate command(ReportRecord record, ReleaseRequest request) {
        check(request.escalation());
        if (vault.open(record.stream()).isEmpty()) {
            throw new RuleViolated("report.erased");
        }
        List<TakenPhoto> own = vault.photos(record.stream(), record.additions());
        List<Photo> photos = request.summary().photosOrNone().stream()
                .distinct()
                .map(id -> own.stream()
                        .filter(photo -> photo.id().equals(id) && photo.isShown())
                        .findFirst()
                        .orElseThrow(() -> new RuleViolated("report.release.photo-unknown")))
                .map(photo -> asShown(covering.toRelease(record, photo), request.summary()))
                .toList();
        return new ReleaseAndEscalate(
                new Side(record.stream().side()),
                request.summary().with(photos, record.report().filed().synthetic()),
                request.escalation());
    }

    /** Nothing else is sent than what the officer was shown, where they say what that was. */
    private static Photo asShown(Photo photo, ReleaseRequest.Summary summary) {
        String shown = summary.shownOrNone().get(photo.id());
        if (shown != null && !shown.equals(photo.sha256())) {
            throw new RuleViolated("report.release.photo-changed");
        }
        return photo;
    }

    private void check(Escalation escalation) {
        boolean whole = Stream.of(
                        escalation.agreement(),
                        escalation.lead(),
                        escalation.leadBureau(),
                        escalation.counterpart(),
                        escalation.counterpartBureau(),
                        escalation.ground())
                .allMatch(Objects::nonNull);
        if (!whole) {
            throw new RuleViolated("report.release.escalation-incomplete");
        }
        Agreement agreement = territory
                .agreement(escalation.agreement())
                .filter(known -> known.version() == escalation.agreementVersion())
                .orElseThrow(() -> new RuleViolated("report.release.agreement-unknown"));
        check(agreement, escalation.lead(), escalation.leadBureau());
        check(agreement, escalation.counterpart(), escalation.counterpartBureau());
    }

    private void check(Agreement agreement, Side side, String bureau) {
        boolean fits = agreement.party(side).isPresent()
                && territory.sideOfBureau(bureau).equals(Optional.of(side));
        if (!fits) {
            throw new RuleViolated("report.release.bureau-unknown", side);
        }
    }
}
