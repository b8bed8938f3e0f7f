package org.lianzhi.investigation.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.desk.domain.Desk;
import org.lianzhi.investigation.desk.domain.DeskCommand.Assign;
import org.lianzhi.investigation.desk.domain.DeskCommand.Remark;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is responsible for a case within the own side, and what its people tell each other about it. */
@RestController
@RequestMapping("/api/v1/cases/{id}/desk")
class Desks {

    private final Desking desking;
    private final DeskStreams streams;
    private final DeskRights rights;
    private final CaseZones zones;
    private final Clock clock;

    Desks(Desking desking, DeskStreams streams, DeskRights rights, CaseZones zones, Clock clock) {
        this.desking = desking;
        this.streams = streams;
        this.rights = rights;
        this.zones = zones;
        this.clock = clock;
    }

    /** @param acting who does the work today: the person, or a stand-in */
    record Responsible(
            String person, String acting, @Nullable String note, Instant since) {}

    record RemarkView(String id, String text, @Nullable String by, Instant at) {}

    record DeskView(@Nullable Responsible responsible, List<RemarkView> remarks) {}

    record Assignment(@NotNull String person, @Nullable String note) {}

    record NewRemark(@NotNull String text) {}

    @GetMapping
    DeskView show(SignedIn who, @PathVariable String id) {
        rights.require(who, id);
        Desk desk = streams.desk(id, who.side());
        return new DeskView(
                desk.responsible(who.bureau())
                        .map(last -> new Responsible(
                                last.person(), acting(who, last.person(), clock.instant()), last.note(), last.at()))
                        .orElse(null),
                desk.remarks().stream()
                        .map(said -> new RemarkView(said.remark(), said.text(), said.by(), said.at()))
                        .toList());
    }

    private String acting(SignedIn who, String person, Instant at) {
        return streams.rota(who.bureau(), who.side()).acting(person, LocalDate.ofInstant(at, zones.ofSide(who.side())));
    }

    @PostMapping("/assignment")
    Receipt assign(SignedIn who, IdempotencyKey key, @PathVariable String id, @Valid @RequestBody Assignment body) {
        rights.require(who, key, id);
        Actor actor = DeskRights.actor(who);
        var target = DeskStreams.ofCase(id, who.side());
        return desking.run(actor, key, target, "assignment", body, given -> {
                    Desk desk = DeskStreams.desk(given.loaded(), target);
                    return Desk.decide(
                            desk,
                            new Assign(
                                    who.bureau(),
                                    body.person(),
                                    body.note(),
                                    who.person(),
                                    who.is(Role.LEAD),
                                    desk.responsible(who.bureau())
                                            .map(last -> acting(who, last.person(), given.at()))
                                            .orElse(null)));
                })
                .about(id);
    }

    @PostMapping("/remarks")
    ResponseEntity<Receipt> remark(
            SignedIn who, IdempotencyKey key, @PathVariable String id, @Valid @RequestBody NewRemark body) {
        rights.require(who, key, id);
        Actor actor = DeskRights.actor(who);
        var target = DeskStreams.ofCase(id, who.side());
        return desking.run(
                        actor,
                        key,
                        target,
                        "remark",
                        body,
                        given -> Desk.decide(
                                DeskStreams.desk(given.loaded(), target), new Remark(given.id(), body.text())))
                .created();
    }
}
