package org.lianzhi.investigation.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.access.domain.Access;
import org.lianzhi.investigation.access.domain.AccessCommand.End;
import org.lianzhi.investigation.access.domain.AccessCommand.Grant;
import org.lianzhi.investigation.access.domain.AccessCommand.Look;
import org.lianzhi.investigation.access.domain.AccessCommand.Matter;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.BadRequest;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Paged;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Territory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Supervisors let inspectors read; inspectors say what they are about to look at, before anything shows it to them. */
@RestController
@RequestMapping("/api/v1/accesses")
class Accesses {

    private static final int MOST_PER_PAGE = 1000;
    private static final int MOST_ASKED = 500;

    private final Granting granting;
    private final AccessStreams streams;
    private final CaseStreams cases;
    private final Territory territory;
    private final AccessLimits limits;
    private final Clock clock;

    Accesses(
            Granting granting,
            AccessStreams streams,
            CaseStreams cases,
            Territory territory,
            AccessLimits limits,
            Clock clock) {
        this.granting = granting;
        this.streams = streams;
        this.cases = cases;
        this.territory = territory;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Either cases are named, or an agreement and when its cases were opened.
     *
     * @param inspector reference of the person, as in the sign-in
     * @param from absent: at once
     */
    record Granted(
            @NotNull String inspector,
            @NotNull String authority,
            @NotNull String reason,
            @Nullable List<String> cases,
            @Nullable String agreement,
            @Nullable LocalDate openedFrom,
            @Nullable LocalDate openedTo,
            @Nullable Instant from,
            @NotNull Instant until) {}

    record Ending(@NotNull String reason) {}

    /** @param subject id of the case; absent for the list of cases */
    record Looking(@Nullable String subject, @NotNull String part) {}

    /** What was looked at, the newest first. */
    record Looks(List<Access.Look> items, int page, int size, int total) {}

    @PostMapping
    ResponseEntity<Receipt> grant(SignedIn who, IdempotencyKey key, @Valid @RequestBody Granted body) {
        Actor actor = who.as(Role.SUPERVISOR);
        List<String> named = body.cases() == null ? List.of() : body.cases();
        if (named.size() > MOST_ASKED) {
            throw new BadRequest("access.too-many", "More cases than anybody could name.");
        }
        return granting.grant(
                        actor,
                        key,
                        body,
                        at -> new Grant(
                                body.inspector(),
                                body.authority(),
                                body.reason(),
                                named,
                                body.agreement(),
                                body.openedFrom(),
                                body.openedTo(),
                                Objects.requireNonNullElse(body.from(), at),
                                body.until(),
                                at,
                                known(named, who.side()),
                                agreements(who.side()),
                                limits.asRule()))
                .created();
    }

    private Set<String> known(List<String> named, Side side) {
        return named.stream()
                .filter(id -> cases.load(id).joint().parties().contains(side))
                .collect(Collectors.toSet());
    }

    private Set<String> agreements(Side side) {
        return territory
                .agreements()
                .filter(agreement -> agreement.party(side).isPresent())
                .map(Agreement::id)
                .collect(Collectors.toSet());
    }

    @PostMapping("/{id}/end")
    Receipt end(SignedIn who, IdempotencyKey key, @PathVariable String id, @Valid @RequestBody Ending body) {
        Actor actor = who.as(Role.SUPERVISOR);
        StreamId access = AccessStreams.stream(id, who.side().code());
        streams.load(access);
        return granting.change(actor, key, access, "access-end", body, at -> new End(body.reason(), at));
    }

    /** The record of the own side says it; nobody else is told that there is one. */
    @GetMapping("/{id}/looks")
    Looks looks(
            SignedIn who,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        who.require(Role.SUPERVISOR);
        List<Access.Look> newestFirst = streams.load(
                        AccessStreams.stream(id, who.side().code()))
                .looks()
                .reversed();
        Paged<Access.Look> paged = Paged.of(newestFirst, page, size, MOST_PER_PAGE);
        return new Looks(paged.items(), paged.page(), paged.size(), paged.total());
    }

    /**
     * An inspector is about to look at something. What shows it asks for the receipt of this.
     *
     * @throws NotForYou for all that is not granted, or no longer
     */
    @PostMapping("/{side}/{id}/looks")
    Receipt look(
            SignedIn who,
            IdempotencyKey key,
            @PathVariable String side,
            @PathVariable String id,
            @Valid @RequestBody Looking body) {
        Actor actor = who.as(Role.INSPECTOR);
        StreamId access = AccessStreams.stream(id, side);
        streams.load(access);
        Matter matter = body.subject() == null ? null : matter(body.subject());
        try {
            return granting.change(
                    actor,
                    key,
                    access,
                    "access-look",
                    body,
                    // Time goes on while a command is repeated: an access that ended meanwhile has ended.
                    at -> new Look(who.person(), matter, body.part(), clock.instant()));
        } catch (RuleViolated notGranted) {
            throw new NotForYou();
        }
    }

    private Matter matter(String id) {
        var opening = cases.load(id).joint().opening().orElseThrow(NotForYou::new);
        String agreement = opening.event().agreement();
        return new Matter(
                id,
                agreement,
                territory
                        .agreement(agreement)
                        .map(known -> LocalDate.ofInstant(opening.at(), known.zone()))
                        .orElseThrow(NotForYou::new));
    }
}
