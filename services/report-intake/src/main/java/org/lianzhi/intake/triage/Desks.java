package org.lianzhi.intake.triage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.worklist.Desk;
import org.lianzhi.intake.worklist.Desk.Assigned;
import org.lianzhi.intake.worklist.Desk.SavedView;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.lianzhi.model.RuleViolated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who of the own office has taken on what, and the views that a person saved. */
@RestController
@RequestMapping("/api/v1/desk")
class Desks {

    private static final int MOST_VIEWS = 20;

    private final Desk desk;
    private final Claims claims;
    private final Clock clock;

    Desks(Desk desk, Claims claims, Clock clock) {
        this.desk = desk;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * @param assigned reference of a person of the own office, by matter
     * @param me the own reference
     */
    record State(Map<String, String> assigned, List<SavedView> views, String me) {}

    /**
     * An order. Who is responsible for a case stands in its own record.
     *
     * @param person null for nobody
     */
    record Assignment(
            @NotEmpty @Size(max = 200) List<@NotNull @Pattern(regexp = "report-[0-9a-z]{26}") String> matters,

            @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") @Nullable
            String person) {}

    record View(
            @NotBlank @Size(max = 40) String name,

            @NotNull @Pattern(regexp = "[A-Za-z0-9=&%._+~-]{0,400}")
            String query) {}

    record Removal(@NotBlank @Size(max = 40) String name) {}

    @GetMapping
    State state(SignedIn who) {
        who.require(Role.OFFICER, Role.LEAD);
        Map<String, String> assigned = desk.assigned(Desk.office(who)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> person(entry.getValue())));
        return new State(assigned, desk.views(person(who)), who.person());
    }

    private static String person(Assigned assigned) {
        return assigned.person();
    }

    /** An officer takes matters on and gives them back; a lead says who of the office does. */
    @PostMapping("/assignments")
    State assign(SignedIn who, IdempotencyKey key, @Valid @RequestBody Assignment order) {
        who.require(Role.OFFICER, Role.LEAD);
        String by = OwnReports.actor(who).written();
        String digest = CommitHash.of("assign", String.join(",", order.matters()), String.valueOf(order.person()));
        // An order that comes again was allowed when it came first: what was decided since stays as it is anyway.
        if (!who.is(Role.LEAD) && !claims.isClaimed(by, key.value()) && !mayChange(who, order)) {
            throw new RuleViolated("worklist.assign-others");
        }
        Intent intent = claims.claim(by, key.value(), digest, clock.instant());
        desk.assign(Desk.office(who), order.matters(), order.person(), by, intent.at());
        return state(who);
    }

    private boolean mayChange(SignedIn who, Assignment order) {
        Map<String, Assigned> assigned = desk.assigned(Desk.office(who));
        boolean forSelf = order.person() == null || order.person().equals(who.person());
        return forSelf
                && order.matters().stream()
                        .map(assigned::get)
                        .allMatch(held -> held == null || held.person().equals(who.person()));
    }

    @PostMapping("/views")
    State save(SignedIn who, @Valid @RequestBody View view) {
        who.require(Role.OFFICER, Role.LEAD);
        String name = view.name().strip();
        List<SavedView> there = desk.views(person(who));
        boolean fits = there.size() < MOST_VIEWS
                || there.stream().anyMatch(saved -> saved.name().equals(name));
        if (!fits) {
            throw new RuleViolated("worklist.too-many-views", MOST_VIEWS);
        }
        desk.save(person(who), new SavedView(name, view.query()));
        return state(who);
    }

    @PostMapping("/views/removal")
    State remove(SignedIn who, @Valid @RequestBody Removal removal) {
        who.require(Role.OFFICER, Role.LEAD);
        desk.drop(person(who), removal.name().strip());
        return state(who);
    }

    private static String person(SignedIn who) {
        return Desk.office(who) + "/" + who.person();
    }
}
