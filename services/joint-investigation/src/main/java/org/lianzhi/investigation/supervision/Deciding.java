package org.lianzhi.investigation.supervision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Designate;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Grade;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.territory.Territory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Supervisors grade a matter, and say which of the side's offices handles it. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class Deciding {

    private final Supervising supervising;
    private final CaseStreams cases;
    private final Territory territory;

    Deciding(Supervising supervising, CaseStreams cases, Territory territory) {
        this.supervising = supervising;
        this.cases = cases;
        this.territory = territory;
    }

    /** @param grade code: {@code i} to {@code iv}, or {@code risk} */
    record Grading(
            @NotNull String grade,
            @NotNull String reason,
            @NotNull String legalBasis) {}

    /** @param office code of an office of the own side */
    record Designation(
            @NotNull String office,
            @NotNull String reason,
            @NotNull String legalBasis) {}

    @PostMapping("/grading")
    Receipt grade(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Grading body) {
        return supervising
                .supervise(
                        new Asked(who, id, key, expected),
                        "grading",
                        body,
                        given -> new Grade(body.grade(), body.reason(), body.legalBasis(), atFirst(who, id)))
                .about(id);
    }

    @PostMapping("/designation")
    Receipt designate(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Designation body) {
        return supervising
                .supervise(
                        new Asked(who, id, key, expected),
                        "designation",
                        body,
                        given -> new Designate(
                                body.office(),
                                atFirst(who, id),
                                body.reason(),
                                body.legalBasis(),
                                Set.copyOf(territory.officesOf(who.side()))))
                .about(id);
    }

    private String atFirst(SignedIn who, String id) {
        return cases.load(id).joint().bureauAtFirst(who.side()).orElseThrow(NotForYou::new);
    }
}
