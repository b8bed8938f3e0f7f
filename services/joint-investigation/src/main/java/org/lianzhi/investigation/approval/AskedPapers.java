package org.lianzhi.investigation.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.desk.ActView;
import org.lianzhi.investigation.desk.DeskStreams;
import org.lianzhi.investigation.desk.PaperData;
import org.lianzhi.investigation.desk.PaperSteps;
import org.lianzhi.investigation.desk.domain.Draft;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.investigation.photo.Photos;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.PaperIssued;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.territory.PaperRule;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One paper before the office that was asked to decide. It sees the paper and its pages, what was done with it, and what the
 * case is called; the case itself is not for it.
 */
@RestController
@RequestMapping("/api/v1/papers/{caseId}/{paper}")
class AskedPapers {

    private final CaseStreams cases;
    private final DeskStreams desks;
    private final PaperData data;
    private final PaperSteps steps;
    private final Photos photos;

    AskedPapers(CaseStreams cases, DeskStreams desks, PaperData data, PaperSteps steps, Photos photos) {
        this.cases = cases;
        this.desks = desks;
        this.data = data;
        this.steps = steps;
        this.photos = photos;
    }

    /** @param by {@code head}, {@code deciding} or {@code another} */
    record StepView(String step, String by, boolean done) {}

    /**
     * @param asking office that handles the case
     * @param by reference of who prepared it there
     * @param next the step that is asked of the own office; absent where none is
     * @param needsHead whether that is for the head of the own office
     * @param issuedOn the day on which it left the office; absent where it has not
     */
    record PaperView(
            String caseId,
            @Nullable String category,
            @Nullable Place affectedWater,
            boolean synthetic,
            String id,
            String kind,
            String number,
            String about,
            @Nullable String asking,
            @Nullable String by,
            Instant at,
            List<Photo> pages,
            List<StepView> steps,
            List<ActView> acts,
            @Nullable String next,
            boolean needsHead,
            @Nullable LocalDate issuedOn) {}

    /** @param preparedAt when what the asker has read was prepared */
    record Decided(@NotNull String step, @NotNull Instant preparedAt) {}

    /** What was looked up for somebody who may see it. */
    private record Asked(JointCase joint, Draft draft, List<PaperRule.Step> steps) {}

    /** @throws NotForYou for everybody but officers of the office that is, or was, asked to decide this paper */
    private Asked require(SignedIn who, String caseId, String paper) {
        if (!CaseRights.isOfficer(who)) {
            throw new NotForYou();
        }
        JointCase joint = cases.loadFor(who.side(), caseId).joint();
        Draft draft = desks.desk(caseId, who.side()).draft(paper).orElseThrow(NotForYou::new);
        List<PaperRule.Step> itsSteps = data.steps(joint, draft, who.side());
        if (!draft.concerns(who.bureau(), itsSteps)) {
            throw new NotForYou();
        }
        return new Asked(joint, draft, itsSteps);
    }

    @GetMapping
    PaperView show(SignedIn who, @PathVariable String caseId, @PathVariable String paper) {
        Asked asked = require(who, caseId, paper);
        Draft draft = asked.draft();
        PaperLine matter = PaperLine.of(asked.joint(), List.of(), List.of());
        PaperRule.Step next = draft.askedOf(who.bureau(), asked.steps()).orElse(null);
        return new PaperView(
                caseId,
                matter.category(),
                matter.affectedWater(),
                matter.synthetic(),
                draft.paper(),
                draft.kind(),
                draft.number(),
                draft.about(),
                draft.by().bureau(),
                draft.person(),
                draft.at(),
                draft.pages(),
                asked.steps().stream()
                        .map(step -> new StepView(
                                step.id(),
                                step.by(),
                                !draft.openSteps(List.of(step)).contains(step.id())))
                        .toList(),
                ActView.of(draft),
                next == null ? null : next.id(),
                next != null && next.isOfHead(),
                issuedOn(asked.joint(), who, draft));
    }

    private static @Nullable LocalDate issuedOn(JointCase joint, SignedIn who, Draft draft) {
        return joint.recordOf(who.side())
                .all(PaperIssued.class)
                .map(Noted::event)
                .filter(issued -> issued.paper().equals(draft.paper()))
                .map(PaperIssued::issuedOn)
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/pages/{photo}")
    ResponseEntity<byte[]> page(
            SignedIn who, @PathVariable String caseId, @PathVariable String paper, @PathVariable String photo) {
        boolean isOfIt = require(who, caseId, paper).draft().pages().stream()
                .anyMatch(page -> page.id().equals(photo));
        if (!isOfIt) {
            throw new NotForYou();
        }
        return photos.show(photo);
    }

    @PostMapping("/steps")
    Receipt approve(
            SignedIn who,
            IdempotencyKey key,
            @PathVariable String caseId,
            @PathVariable String paper,
            @Valid @RequestBody Decided body) {
        return steps.done(at(who, key, caseId, paper), new PaperSteps.Done(body.step(), null, body.preparedAt()));
    }

    @PostMapping("/sending-back")
    Receipt sendBack(
            SignedIn who,
            IdempotencyKey key,
            @PathVariable String caseId,
            @PathVariable String paper,
            @Valid @RequestBody PaperSteps.Back body) {
        return steps.sendBack(at(who, key, caseId, paper), body);
    }

    private PaperSteps.At at(SignedIn who, IdempotencyKey key, String caseId, String paper) {
        return new PaperSteps.At(who, key, caseId, require(who, caseId, paper).joint(), paper, true);
    }
}
