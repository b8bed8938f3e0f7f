package org.lianzhi.investigation.emergency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseAgreements;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.RecordReply;
import org.lianzhi.investigation.domain.CaseCommand.SendLetter;
import org.lianzhi.investigation.domain.CaseCommand.TakeEmergencyMeasure;
import org.lianzhi.investigation.photo.Photos;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.EmergencyMeasureTaken;
import org.lianzhi.model.Place;
import org.lianzhi.model.RuleViolated;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers record what they did at once, the letters that went out, and the replies. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class Emergencies {

    /** Id of the rule in an agreement's data. */
    private static final String REPLY = "letter-reply";

    private final Casework casework;
    private final CaseStreams streams;
    private final CaseZones zones;
    private final Photos photos;
    private final CaseAgreements agreements;

    Emergencies(Casework casework, CaseStreams streams, CaseZones zones, Photos photos, CaseAgreements agreements) {
        this.casework = casework;
        this.streams = streams;
        this.zones = zones;
        this.photos = photos;
        this.agreements = agreements;
    }

    /** @param photos ids of photos that were sent before */
    record Measure(
            @NotNull String kind,
            @NotNull Place place,
            @NotNull Instant takenAt,
            @NotNull String account,
            @Nullable List<@NotNull String> photos) {}

    record NewLetter(
            @NotNull String addressee,
            @NotNull String number,
            @NotNull String text) {}

    record Reply(@NotNull LocalDate answeredOn, @NotNull String account) {}

    @PostMapping("/emergency-measures")
    ResponseEntity<Receipt> take(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Measure body) {
        return casework.create(
                        new Asked(who, id, key, expected),
                        "emergency-measure",
                        body,
                        given -> new TakeEmergencyMeasure(
                                new EmergencyMeasureTaken(
                                        given.id(),
                                        body.kind(),
                                        body.place(),
                                        body.takenAt(),
                                        body.account(),
                                        photos.of(who, body.photos()),
                                        streams.load(id).joint().epoch()),
                                given.at()))
                .created();
    }

    @PostMapping("/letters")
    ResponseEntity<Receipt> send(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody NewLetter body) {
        return casework.create(
                        new Asked(who, id, key, expected),
                        "letter",
                        body,
                        given -> new SendLetter(
                                given.id(), body.addressee(), body.number(), body.text(), dueAt(id, given.at()), REPLY))
                .created();
    }

    private Instant dueAt(String caseId, Instant from) {
        return agreements.due(caseId, REPLY, from).orElseThrow(() -> new RuleViolated("case.letter.not-agreed"));
    }

    @PostMapping("/letters/{ref}/reply")
    Receipt reply(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Reply body) {
        ZoneId zone = zones.ofSide(who.side());
        return casework.change(
                new Asked(who, id, key, expected),
                "letter-reply/" + ref,
                body,
                given ->
                        new RecordReply(ref, body.answeredOn(), body.account(), LocalDate.ofInstant(given.at(), zone)));
    }
}
