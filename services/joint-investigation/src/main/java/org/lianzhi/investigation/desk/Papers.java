package org.lianzhi.investigation.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.desk.domain.Desk;
import org.lianzhi.investigation.desk.domain.DeskCommand;
import org.lianzhi.investigation.desk.domain.DeskCommand.DoStep;
import org.lianzhi.investigation.desk.domain.DeskCommand.Doing;
import org.lianzhi.investigation.desk.domain.DeskCommand.PreparePaper;
import org.lianzhi.investigation.desk.domain.DeskCommand.SendBack;
import org.lianzhi.investigation.desk.domain.Draft;
import org.lianzhi.investigation.domain.CaseCommand.IssuePaper;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.photo.Photos;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.PaperIssued;
import org.lianzhi.model.Role;
import org.lianzhi.territory.PaperRule;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Papers: prepared, approved within the side, and then issued into the own record of the case. */
@RestController
@RequestMapping("/api/v1/cases/{id}/papers")
class Papers {

    private final Desking desking;
    private final DeskStreams streams;
    private final DeskRights rights;
    private final Casework casework;
    private final PaperData data;
    private final CaseZones zones;
    private final Photos photos;

    Papers(
            Desking desking,
            DeskStreams streams,
            DeskRights rights,
            Casework casework,
            PaperData data,
            CaseZones zones,
            Photos photos) {
        this.desking = desking;
        this.streams = streams;
        this.rights = rights;
        this.casework = casework;
        this.data = data;
        this.zones = zones;
        this.photos = photos;
    }

    /** @param office that decides; absent: the own one */
    record Prepared(
            @NotNull String kind,
            @NotNull String number,
            @Nullable String office,
            @NotNull String about,
            @NotNull List<@NotNull String> pages) {}

    record Done(@NotNull String step, @Nullable String reference) {}

    record Back(@NotNull String step, @NotNull String reasons) {}

    record Issued(
            @NotNull LocalDate issuedOn,
            @NotNull String party,
            @Nullable String partyWords) {}

    @PostMapping
    ResponseEntity<Receipt> prepare(
            SignedIn who, IdempotencyKey key, @PathVariable String id, @Valid @RequestBody Prepared body) {
        JointCase joint = rights.require(who, id);
        return run(who, key, id, "paper", body, given -> prepare(who, joint, given.id(), body))
                .created();
    }

    @PostMapping("/{paper}/anew")
    Receipt prepareAnew(
            SignedIn who,
            IdempotencyKey key,
            @PathVariable String id,
            @PathVariable String paper,
            @Valid @RequestBody Prepared body) {
        JointCase joint = rights.require(who, id);
        if (streams.desk(id, who.side()).draft(paper).isEmpty()) {
            throw new NotForYou();
        }
        return run(who, key, id, "paper-anew/" + paper, body, given -> prepare(who, joint, paper, body))
                .about(paper);
    }

    private PreparePaper prepare(SignedIn who, JointCase joint, String paper, Prepared body) {
        return new PreparePaper(
                paper,
                data.rule(joint, body.kind()).orElse(null),
                body.number(),
                Objects.requireNonNullElse(body.office(), who.bureau()),
                data.offices(who, joint),
                body.about(),
                photos.of(who, body.pages()),
                joint.recordOf(who.side())
                        .all(PaperIssued.class)
                        .anyMatch(issued -> issued.event().paper().equals(paper)));
    }

    @PostMapping("/{paper}/steps")
    Receipt step(
            SignedIn who,
            IdempotencyKey key,
            @PathVariable String id,
            @PathVariable String paper,
            @Valid @RequestBody Done body) {
        JointCase joint = rights.require(who, id);
        return run(
                        who,
                        key,
                        id,
                        "paper-step/" + paper,
                        body,
                        given -> new DoStep(doing(who, joint, id, paper, body.step(), body.reference())))
                .about(paper);
    }

    @PostMapping("/{paper}/sending-back")
    Receipt sendBack(
            SignedIn who,
            IdempotencyKey key,
            @PathVariable String id,
            @PathVariable String paper,
            @Valid @RequestBody Back body) {
        JointCase joint = rights.require(who, id);
        return run(
                        who,
                        key,
                        id,
                        "paper-back/" + paper,
                        body,
                        // What another office did not approve is told without a document.
                        given -> new SendBack(doing(who, joint, id, paper, body.step(), "-"), body.reasons()))
                .about(paper);
    }

    private Doing doing(
            SignedIn who, JointCase joint, String caseId, String paper, String step, @Nullable String reference) {
        return new Doing(
                paper,
                step,
                streams.desk(caseId, who.side())
                        .draft(paper)
                        .flatMap(draft -> data.rule(joint, draft.kind()))
                        .map(rule -> rule.stepsOf(who.side()))
                        .orElse(List.of()),
                who.person(),
                who.is(Role.LEAD),
                who.bureau(),
                reference);
    }

    private Receipt run(
            SignedIn who,
            IdempotencyKey key,
            String caseId,
            String act,
            Record body,
            Function<Desking.Given, DeskCommand> command) {
        var target = DeskStreams.ofCase(caseId, who.side());
        return desking.run(
                DeskRights.actor(who),
                key,
                target,
                act,
                body,
                given -> Desk.decide(DeskStreams.desk(given.loaded(), target), command.apply(given)));
    }

    /** The paper as it was prepared last goes into the own record, and so before the eyes of the other side. */
    @PostMapping("/{paper}/issue")
    Receipt issue(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String paper,
            @Valid @RequestBody Issued body) {
        JointCase joint = rights.require(who, id);
        Draft draft = streams.desk(id, who.side()).draft(paper).orElseThrow(NotForYou::new);
        PaperRule rule = data.rule(joint, draft.kind()).orElseThrow(NotForYou::new);
        return casework.create(
                        new Asked(who, id, key, expected),
                        "paper-issue/" + paper,
                        body,
                        given -> new IssuePaper(
                                new PaperIssued(
                                        paper,
                                        draft.kind(),
                                        draft.number(),
                                        draft.office(),
                                        draft.about(),
                                        body.issuedOn(),
                                        draft.pages(),
                                        body.party(),
                                        body.partyWords(),
                                        joint.epoch()),
                                openSteps(draft, rule, who),
                                rule.party(),
                                LocalDate.ofInstant(given.at(), zones.ofSide(who.side()))))
                .about(paper);
    }

    private static List<String> openSteps(Draft draft, PaperRule rule, SignedIn who) {
        return draft.sentBack() == null ? draft.openSteps(rule.stepsOf(who.side())) : List.of("prepare");
    }
}
