package org.lianzhi.investigation.rectification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.ExtendMeasure;
import org.lianzhi.investigation.domain.CaseCommand.FindMeasureWanting;
import org.lianzhi.investigation.domain.CaseCommand.NewMeasure;
import org.lianzhi.investigation.domain.CaseCommand.OrderRectification;
import org.lianzhi.investigation.domain.CaseCommand.ReportMeasureDone;
import org.lianzhi.investigation.domain.CaseCommand.VerifyMeasure;
import org.lianzhi.investigation.photo.Photos;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.MeasureReportedDone;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers order what is to be put right, report it done, and see whether it is in place. */
@RestController
@RequestMapping("/api/v1/cases/{id}/orders")
class Orders {

    private final Casework casework;
    private final Photos photos;
    private final CaseZones zones;

    Orders(Casework casework, Photos photos, CaseZones zones) {
        this.casework = casework;
        this.photos = photos;
        this.zones = zones;
    }

    record NewOrder(
            @NotNull String addressee,
            @NotNull String legalBasis,
            @NotNull List<@Valid @NotNull Wanted> measures) {}

    record Wanted(@NotNull String description, @NotNull LocalDate dueOn) {}

    /** @param photos ids of photos that were sent before */
    record Done(
            @NotNull String account,
            @NotNull LocalDate doneOn,
            @Nullable List<@NotNull String> photos) {}

    record Extension(@NotNull LocalDate dueOn, @NotNull String reasons) {}

    record Verification(
            @NotNull String digest,
            @NotNull Capacity capacity,
            @Nullable String remarks) {}

    record Fault(@NotNull String digest, @NotNull String reasons) {}

    @PostMapping
    ResponseEntity<Receipt> order(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody NewOrder body) {
        ZoneId zone = zones.ofSide(who.side());
        return casework.create(
                        new Asked(who, id, key, expected),
                        "order",
                        body,
                        given -> new OrderRectification(
                                given.id(),
                                body.addressee(),
                                body.legalBasis(),
                                measures(body),
                                LocalDate.ofInstant(given.at(), zone)))
                .created();
    }

    private static List<NewMeasure> measures(NewOrder order) {
        return order.measures().stream()
                .map(measure -> new NewMeasure(measure.description(), measure.dueOn()))
                .toList();
    }

    @PostMapping("/{ref}/measures/{measure}/done")
    Receipt done(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @PathVariable String measure,
            @Valid @RequestBody Done body) {
        ZoneId zone = zones.ofSide(who.side());
        return casework.change(
                new Asked(who, id, key, expected),
                "measure-done/" + ref + "/" + measure,
                body,
                given -> new ReportMeasureDone(
                        new MeasureReportedDone(
                                ref, measure, body.account(), body.doneOn(), photos.of(who, body.photos())),
                        LocalDate.ofInstant(given.at(), zone)));
    }

    @PostMapping("/{ref}/measures/{measure}/extension")
    Receipt extend(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @PathVariable String measure,
            @Valid @RequestBody Extension body) {
        ZoneId zone = zones.ofSide(who.side());
        return casework.approve(
                new Asked(who, id, key, expected),
                "measure-extension/" + ref + "/" + measure,
                body,
                given -> new ExtendMeasure(
                        ref, measure, body.dueOn(), body.reasons(), LocalDate.ofInstant(given.at(), zone)));
    }

    @PostMapping("/{ref}/measures/{measure}/verification")
    Receipt verify(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @PathVariable String measure,
            @Valid @RequestBody Verification body) {
        String remarks = body.remarks() == null ? "" : body.remarks();
        return casework.change(
                new Asked(who, id, key, expected),
                "measure-verification/" + ref + "/" + measure,
                body,
                given -> new VerifyMeasure(ref, measure, body.digest(), body.capacity(), remarks));
    }

    @PostMapping("/{ref}/measures/{measure}/fault")
    Receipt wanting(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @PathVariable String measure,
            @Valid @RequestBody Fault body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "measure-fault/" + ref + "/" + measure,
                body,
                given -> new FindMeasureWanting(ref, measure, body.digest(), body.reasons()));
    }
}
