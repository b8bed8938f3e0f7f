package org.lianzhi.investigation.inspection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.AcceptInspection;
import org.lianzhi.investigation.domain.CaseCommand.DeclineInspection;
import org.lianzhi.investigation.domain.CaseCommand.ProposeInspection;
import org.lianzhi.investigation.domain.CaseCommand.RecordInspection;
import org.lianzhi.investigation.photo.Photos;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers agree on a visit and record what they did there. */
@RestController
@RequestMapping("/api/v1/cases/{id}/inspections")
class Inspections {

    private final Casework casework;
    private final Photos photos;

    Inspections(Casework casework, Photos photos) {
        this.casework = casework;
        this.photos = photos;
    }

    record Proposal(
            @NotNull Instant startsAt,
            @NotNull Place meetingPoint,
            @NotNull String purpose) {}

    record Acceptance(@NotNull String digest) {}

    record Declination(@NotNull String digest, @NotNull String reasons) {}

    /** @param photos ids of photos that were sent before */
    record Recording(
            @NotNull Instant startedAt,
            @NotNull Instant endedAt,
            @NotNull Place place,
            @NotNull Capacity capacity,
            @NotNull List<@NotNull Inspector> inspectors,
            @NotNull String weather,
            @NotNull String notes,
            @Nullable List<@NotNull String> photos) {}

    @PostMapping
    ResponseEntity<Receipt> propose(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Proposal body) {
        return casework.create(
                        new Asked(who, id, key, expected),
                        "inspection",
                        body,
                        given -> new ProposeInspection(
                                given.id(), body.startsAt(), body.meetingPoint(), body.purpose(), given.at()))
                .created();
    }

    @PostMapping("/{ref}/acceptance")
    Receipt accept(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Acceptance body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "inspection-acceptance/" + ref,
                body,
                given -> new AcceptInspection(ref, body.digest()));
    }

    @PostMapping("/{ref}/declination")
    Receipt decline(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Declination body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "inspection-declination/" + ref,
                body,
                given -> new DeclineInspection(ref, body.digest(), body.reasons()));
    }

    @PostMapping("/{ref}/record")
    Receipt record(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Recording body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "inspection-record/" + ref,
                body,
                given -> new RecordInspection(facts(ref, body, photos.of(who, body.photos())), given.at()));
    }

    private static InspectionRecorded facts(String ref, Recording body, List<Photo> photos) {
        return new InspectionRecorded(
                ref,
                body.startedAt(),
                body.endedAt(),
                body.place(),
                body.capacity(),
                body.inspectors(),
                body.weather(),
                body.notes(),
                photos);
    }
}
