package org.lianzhi.investigation.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.supervision.domain.Designation;
import org.lianzhi.investigation.supervision.domain.Grading;
import org.lianzhi.investigation.supervision.domain.Instruction;
import org.lianzhi.investigation.supervision.stream.SupervisionStreams;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.Place;
import org.lianzhi.model.Role;
import org.lianzhi.territory.Territory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The own side's supervision of a case: folded from the journal, so that who wrote something sees it at once. */
@RestController
class SupervisionPages {

    private final CaseStreams cases;
    private final SupervisionStreams streams;
    private final Territory territory;
    private final Clock clock;

    SupervisionPages(CaseStreams cases, SupervisionStreams streams, Territory territory, Clock clock) {
        this.cases = cases;
        this.streams = streams;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param version of the record; 0 as long as there is none
     * @param bureau office of the own side that handles the case
     * @param offices that can be asked; empty for whoever asks nobody
     * @param instructions the newest first
     * @param gradings the newest first; none means that somebody has to look, not that it is no incident
     * @param designations the newest first
     */
    record SupervisionView(
            String caseId,
            String category,
            Place affectedWater,
            boolean synthetic,
            long version,
            @Nullable String bureau,
            List<String> offices,
            List<InstructionView> instructions,
            List<Grading> gradings,
            List<Designation> designations) {}

    @GetMapping("/api/v1/cases/{id}/supervision")
    SupervisionView show(SignedIn who, @PathVariable String id) {
        JointCase joint = cases.load(id).joint();
        CaseOpened opened = joint.opening().orElseThrow(NotForYou::new).event();
        SupervisionStreams.Loaded loaded = streams.load(id, who.side());
        List<Instruction> visible = SupervisionRights.visible(who, joint, loaded.supervision());
        boolean ofCase = SupervisionRights.handles(who, joint, loaded.supervision());
        Instant now = clock.instant();
        return new SupervisionView(
                id,
                opened.summary().category(),
                opened.summary().affectedWater(),
                opened.summary().synthetic(),
                loaded.version(),
                loaded.supervision()
                        .designated()
                        .or(() -> joint.bureauAtFirst(who.side()))
                        .orElse(null),
                who.is(Role.SUPERVISOR) ? territory.officesOf(who.side()) : List.of(),
                visible.reversed().stream()
                        .map(instruction -> InstructionView.of(instruction, now))
                        .toList(),
                ofCase ? loaded.supervision().gradings().reversed() : List.of(),
                ofCase ? loaded.supervision().designations().reversed() : List.of());
    }
}
