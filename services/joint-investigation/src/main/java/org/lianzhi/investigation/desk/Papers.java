package org.lianzhi.investigation.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.desk.domain.DeskCommand.PreparePaper;
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
import org.lianzhi.model.RuleViolated;
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

    private final PaperSteps steps;
    private final DeskStreams streams;
    private final DeskRights rights;
    private final Casework casework;
    private final PaperData data;
    private final CaseZones zones;
    private final Photos photos;

    Papers(
            PaperSteps steps,
            DeskStreams streams,
            DeskRights rights,
            Casework casework,
            PaperData data,
            CaseZones zones,
            Photos photos) {
        this.steps = steps;
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

    /** @param preparedAt when what the asker has read was prepared */
    record Issued(
            @NotNull LocalDate issuedOn,
            @NotNull String party,
            @Nullable String partyWords,
            @NotNull Instant preparedAt) {}

    @PostMapping
    ResponseEntity<Receipt> prepare(
            SignedIn who, IdempotencyKey key, @PathVariable String id, @Valid @RequestBody Prepared body) {
        // What it is to be called is known only once the command is claimed.
        PaperSteps.At at = at(who, key, id, "");
        return steps.run(at, "paper", body, given -> prepare(at, given.id(), body))
                .created();
    }

    @PostMapping("/{paper}/anew")
    Receipt prepareAnew(
            SignedIn who,
            IdempotencyKey key,
            @PathVariable String id,
            @PathVariable String paper,
            @Valid @RequestBody Prepared body) {
        PaperSteps.At at = at(who, key, id, paper);
        if (streams.desk(id, who.side()).draft(paper).isEmpty()) {
            throw new NotForYou();
        }
        return steps.run(at, "paper-anew/" + paper, body, given -> prepare(at, paper, body))
                .about(paper);
    }

    private PreparePaper prepare(PaperSteps.At at, String paper, Prepared body) {
        SignedIn who = at.who();
        JointCase joint = at.joint();
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
            @Valid @RequestBody PaperSteps.Done body) {
        return steps.done(at(who, key, id, paper), body);
    }

    @PostMapping("/{paper}/sending-back")
    Receipt sendBack(
            SignedIn who,
            IdempotencyKey key,
            @PathVariable String id,
            @PathVariable String paper,
            @Valid @RequestBody PaperSteps.Back body) {
        return steps.sendBack(at(who, key, id, paper), body);
    }

    private PaperSteps.At at(SignedIn who, IdempotencyKey key, String caseId, String paper) {
        return new PaperSteps.At(who, key, caseId, rights.require(who, key, caseId), paper, false);
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
        return casework.create(new Asked(who, id, key, expected), "paper-issue/" + paper, body, given -> {
                    JointCase joint = rights.require(who, id);
                    Draft draft = streams.desk(id, who.side()).draft(paper).orElseThrow(NotForYou::new);
                    PaperRule rule = data.rule(joint, draft.kind()).orElseThrow(NotForYou::new);
                    if (!draft.isOf(body.preparedAt())) {
                        throw new RuleViolated("desk.paper.changed");
                    }
                    return new IssuePaper(
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
                            LocalDate.ofInstant(given.at(), zones.ofSide(who.side())));
                })
                .about(paper);
    }

    private static List<String> openSteps(Draft draft, PaperRule rule, SignedIn who) {
        return draft.sentBack() == null ? draft.openSteps(rule.stepsOf(who.side())) : List.of("prepare");
    }
}
