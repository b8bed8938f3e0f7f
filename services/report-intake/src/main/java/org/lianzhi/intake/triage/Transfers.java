package org.lianzhi.intake.triage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Report;
import org.lianzhi.intake.domain.ReportCommand.ObjectToTransfer;
import org.lianzhi.intake.domain.ReportCommand.Receiver;
import org.lianzhi.intake.domain.ReportCommand.SettleTransfer;
import org.lianzhi.intake.domain.ReportCommand.Transfer;
import org.lianzhi.intake.report.Promises;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.triage.Deciding.Asked;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Bureau;
import org.lianzhi.territory.Territory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A report goes to another office of the own side; whoever held it before does not see it any more. */
@RestController
@RequestMapping("/api/v1/reports/{id}/transfer")
class Transfers {

    private final OwnReports own;
    private final Deciding deciding;
    private final Promises promises;
    private final Territory territory;

    Transfers(OwnReports own, Deciding deciding, Promises promises, Territory territory) {
        this.own = own;
        this.deciding = deciding;
        this.promises = promises;
        this.territory = territory;
    }

    record Handing(
            @Nullable String to,
            @Nullable String reason,
            @Nullable String words) {}

    record Objection(@Nullable String reason, @Nullable String words) {}

    record Decision(@Nullable String to, @Nullable String document) {}

    @PostMapping
    Receipt transfer(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Handing body) {
        ReportRecord record = own.loadToRepeat(who, id);
        String to = Triage.given(body.to());
        return deciding.run(
                new Asked(who, key, seen),
                record,
                body,
                at -> new Transfer(
                        promises.transferred(
                                record,
                                to,
                                Triage.given(body.reason()),
                                Triage.given(body.words()).strip(),
                                at),
                        receiver(who, to)));
    }

    @PostMapping("/objection")
    Receipt object(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Objection body) {
        ReportRecord record = own.loadToRepeat(who, id);
        return deciding.run(
                new Asked(who, key, seen),
                record,
                body,
                at -> new ObjectToTransfer(
                        Triage.given(body.reason()), Triage.given(body.words()), superior(record), at));
    }

    @PostMapping("/decision")
    Receipt settle(
            SignedIn who,
            @PathVariable String id,
            IdempotencyKey key,
            ExpectedVersion seen,
            @RequestBody Decision body) {
        String to = Triage.given(body.to());
        SettleTransfer command = new SettleTransfer(to, Triage.given(body.document()), receiver(who, to));
        return deciding.run(new Asked(who, key, seen), own.loadToRepeat(who, id), command);
    }

    private Receiver receiver(SignedIn who, String to) {
        if (to.equals(who.bureau())) {
            return Receiver.ITSELF;
        }
        Optional<Side> side = territory.sideOfBureau(to);
        if (side.isEmpty()) {
            return Receiver.UNKNOWN;
        }
        if (!side.get().equals(who.side())) {
            return Receiver.OTHER_SIDE;
        }
        return territory.officesOf(who.side()).contains(to) ? Receiver.GOOD : Receiver.UNKNOWN;
    }

    /** The bureau of the city where both offices are branches of it, else the department of the province. */
    private @Nullable String superior(ReportRecord record) {
        if (!(record.report() instanceof Report.Transferred transferred)) {
            return null;
        }
        return territory
                .party(new Side(record.stream().side()))
                .map(party -> superior(party, transferred.transfer()).code())
                .orElse(null);
    }

    private static Bureau superior(Agreement.Party party, ReportTransferred transfer) {
        return party.cityOf(transfer.from())
                .filter(city -> party.cityOf(transfer.to()).equals(Optional.of(city)))
                .orElse(party.department());
    }
}
