package org.lianzhi.investigation.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.desk.domain.Draft;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.photo.Photos;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.PaperIssued;
import org.lianzhi.model.Photo;
import org.lianzhi.territory.PaperRule;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Papers that have not left the office, for its own people. */
@RestController
@RequestMapping("/api/v1/cases/{id}/papers")
class Drafts {

    private final DeskStreams streams;
    private final DeskRights rights;
    private final PaperData data;
    private final Photos photos;

    Drafts(DeskStreams streams, DeskRights rights, PaperData data, Photos photos) {
        this.streams = streams;
        this.rights = rights;
        this.data = data;
        this.photos = photos;
    }

    /** @param byOwn whether somebody of the own office does it, or enters that the deciding office did */
    record StepView(String step, boolean done, String by, boolean byOwn) {}

    /**
     * @param needsParty whether whoever is concerned signs it
     * @param by reference of who prepared it
     * @param acts all that was ever done with it, in its order
     */
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
            Instant at,
            List<ActView> acts) {}

    /**
     * @param items what has not left the office
     * @param issued what has: how it came about stays within the side
     * @param offices codes of those that may decide
     */
    record DraftList(List<DraftView> items, List<DraftView> issued, List<String> offices) {}

    @GetMapping
    DraftList drafts(SignedIn who, @PathVariable String id) {
        JointCase joint = rights.require(who, id);
        Set<String> issued = joint.recordOf(who.side())
                .all(PaperIssued.class)
                .map(paper -> paper.event().paper())
                .collect(Collectors.toSet());
        Map<Boolean, List<DraftView>> byIssued = streams.desk(id, who.side()).drafts().stream()
                .collect(Collectors.partitioningBy(
                        draft -> issued.contains(draft.paper()),
                        Collectors.mapping(
                                draft -> view(who, draft, data.rule(joint, draft.kind())), Collectors.toList())));
        return new DraftList(
                byIssued.getOrDefault(false, List.of()),
                byIssued.getOrDefault(true, List.of()),
                data.offices(who, joint));
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
                                !step.isOfDecidingOffice() || draft.office().equals(who.bureau())))
                        .toList(),
                draft.sentBack(),
                draft.person(),
                draft.at(),
                ActView.of(draft));
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
}
