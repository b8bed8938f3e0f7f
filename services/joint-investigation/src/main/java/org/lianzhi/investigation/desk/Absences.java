package org.lianzhi.investigation.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.desk.domain.Rota;
import org.lianzhi.investigation.desk.domain.RotaCommand;
import org.lianzhi.investigation.desk.domain.RotaCommand.NameStandIn;
import org.lianzhi.investigation.desk.domain.RotaCommand.Return;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who of the own office is away, and who stands in. */
@RestController
@RequestMapping("/api/v1/absences")
class Absences {

    private final Desking desking;
    private final DeskStreams streams;
    private final CaseZones zones;
    private final Clock clock;

    Absences(Desking desking, DeskStreams streams, CaseZones zones, Clock clock) {
        this.desking = desking;
        this.streams = streams;
        this.zones = zones;
        this.clock = clock;
    }

    record AbsenceList(List<Rota.Absence> items) {}

    record NewAbsence(
            @NotNull String person,
            @NotNull String standIn,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    /** @param from first day of the absence that ends */
    record Coming(@NotNull String person, @NotNull LocalDate from) {}

    /** What is not over. */
    @GetMapping
    AbsenceList show(SignedIn who) {
        requireOfficer(who);
        return new AbsenceList(streams.rota(who.bureau(), who.side()).from(today(who, clock.instant())));
    }

    private static Actor requireOfficer(SignedIn who) {
        if (!CaseRights.isOfficer(who)) {
            throw new NotForYou();
        }
        return DeskRights.actor(who);
    }

    private LocalDate today(SignedIn who, Instant at) {
        return LocalDate.ofInstant(at, zones.ofSide(who.side()));
    }

    @PostMapping
    Receipt name(SignedIn who, IdempotencyKey key, @Valid @RequestBody NewAbsence body) {
        return run(
                who,
                key,
                "absence",
                body,
                at -> new NameStandIn(
                        body.person(),
                        body.standIn(),
                        body.from(),
                        body.to(),
                        today(who, at),
                        who.person(),
                        who.is(Role.LEAD)));
    }

    @PostMapping("/return")
    Receipt back(SignedIn who, IdempotencyKey key, @Valid @RequestBody Coming body) {
        return run(
                who,
                key,
                "return",
                body,
                at -> new Return(body.person(), body.from(), today(who, at), who.person(), who.is(Role.LEAD)));
    }

    private Receipt run(
            SignedIn who, IdempotencyKey key, String act, Record body, Function<Instant, RotaCommand> command) {
        var target = DeskStreams.ofOffice(who.bureau(), who.side());
        return desking.run(
                requireOfficer(who),
                key,
                target,
                act,
                body,
                given -> Rota.decide(DeskStreams.rota(given.loaded(), target), command.apply(given.at())));
    }
}
