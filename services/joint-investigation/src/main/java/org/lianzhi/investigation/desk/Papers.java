package org.lianzhi.investigation.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseAgreements;
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
import org.lianzhi.model.Photo;
import org.lianzhi.model.Role;
import org.lianzhi.territory.PaperRule;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final CaseAgreements agreements;
    private final CaseZones zones;
    private final Photos photos;

    Papers(
            Desking desking,
            DeskStreams streams,
            DeskRights rights,
            Casework casework,
            CaseAgreements agreements,
            CaseZones zones,
            Photos photos) {
        this.desking = desking;
        this.streams = streams;
        this.rights = rights;
        this.casework = casework;
        this.agreements = agreements;
        this.zones = zones;
        this.photos = photos;
    }

    /** @param byOwn whether somebody of the own office does it, or enters that the deciding office did */
    record StepView(String step, boolean done, String by, boolean byOwn) {}

    /** @param needsParty whether whoever is concerned signs it */
    record DraftView(
            String id,
            String kind,
            String number,
            String office,
            String about,
            List<Photo> pages,
            boolean needsParty,
            List<StepView> steps,
            @Nullable String sentBack,
            @Nullable String by,
            Instant at) {}

    /** @param offices codes of those that may decide */
    record DraftList(List<DraftView> items, List<String> offices) {}

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

    /** What has not left the office. */
    @GetMapping
    DraftList drafts(SignedIn who, @PathVariable String id) {
        JointCase joint = rights.require(who, id);
        Set<String> issued = joint.recordOf(who.side())
                .all(PaperIssued.class)
                .map(paper -> paper.event().paper())
                .collect(Collectors.toSet());
        return new DraftList(
                streams.desk(id, who.side()).drafts().stream()
                        .filter(draft -> !issued.contains(draft.paper()))
                        .map(draft -> view(who, draft, rule(joint, draft.kind())))
                        .toList(),
                offices(who, joint));
    }

    private static DraftView view(SignedIn who, Draft draft, Optional<PaperRule> rule) {
        return new DraftView(
                draft.paper(),
                draft.kind(),
                draft.number(),
                draft.office(),
                draft.about(),
                draft.pages(),
                rule.filter(PaperRule::party).isPresent(),
                rule.map(known -> known.stepsOf(who.side())).orElse(List.of()).stream()
                        .map(step -> new StepView(
                                step.id(),
                                !draft.openSteps(List.of(step)).contains(step.id()),
                                step.by(),
                                !step.by().equals("head") || draft.office().equals(who.bureau())))
                        .toList(),
                draft.sentBack(),
                draft.by(),
                draft.at());
    }

    private Optional<PaperRule> rule(JointCase joint, String kind) {
        return agreements.of(joint).flatMap(agreement -> agreement.paper(kind));
    }

    /** The own office, and the bureau of its city. */
    private List<String> offices(SignedIn who, JointCase joint) {
        Stream<String> city = agreements.of(joint).flatMap(agreement -> agreement.party(who.side())).stream()
                .flatMap(party -> party.counties().stream())
                .filter(county -> county.branch().code().equals(who.bureau()))
                .flatMap(county -> Stream.ofNullable(county.city().bureau()))
                .map(bureau -> bureau.code());
        return Stream.concat(Stream.of(who.bureau()), city).distinct().toList();
    }

    /** The pages of what has not left the office are for its own people. */
    @GetMapping("/{paper}/pages/{photo}")
    ResponseEntity<byte[]> page(
            SignedIn who, @PathVariable String id, @PathVariable String paper, @PathVariable String photo) {
        rights.require(who, id);
        boolean isThere = streams.desk(id, who.side())
                .draft(paper)
                .filter(draft ->
                        draft.pages().stream().anyMatch(page -> page.id().equals(photo)))
                .isPresent();
        if (!isThere) {
            throw new NotForYou();
        }
        return photos.show(photo);
    }

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
                rule(joint, body.kind()).orElse(null),
                body.number(),
                Objects.requireNonNullElse(body.office(), who.bureau()),
                offices(who, joint),
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
                        .flatMap(draft -> rule(joint, draft.kind()))
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
        PaperRule rule = rule(joint, draft.kind()).orElseThrow(NotForYou::new);
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
