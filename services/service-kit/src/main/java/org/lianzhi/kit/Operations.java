package org.lianzhi.kit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.lianzhi.journal.OpenGaps;
import org.lianzhi.journal.OpenGaps.Gap;
import org.lianzhi.journal.ParkedCases;
import org.lianzhi.journal.ParkedCases.Decision;
import org.lianzhi.journal.ParkedCases.Parked;
import org.lianzhi.journal.Relay;
import org.lianzhi.journal.Resending;
import org.lianzhi.journal.UnknownTypes;
import org.lianzhi.model.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator of a service sees and decides: what does not get on. The same in every service. */
@RestController
@RequestMapping("/api/v1/operations")
class Operations {

    private final ParkedCases parked;
    private final OpenGaps gaps;
    private final UnknownTypes unknown;
    private final Relay relay;
    private final Resending resending;
    private final Clock clock;

    Operations(ParkedCases parked, OpenGaps gaps, UnknownTypes unknown, Relay relay, Resending resending, Clock clock) {
        this.parked = parked;
        this.gaps = gaps;
        this.unknown = unknown;
        this.relay = relay;
        this.resending = resending;
        this.clock = clock;
    }

    /**
     * What does not get on.
     *
     * @param gaps what a consumer lacks and has asked for; most are filled within seconds
     * @param unknownTypes passed over since the start: events whose type this version does not know, by type, and records that
     *     are no events, by topic
     */
    record State(List<Parked> parked, List<Gap> gaps, Map<String, Long> unknownTypes, Waiting relay) {}

    /**
     * What is in the service's journal and not with the broker yet.
     *
     * @param streams that have such commits
     * @param parked of these, how many the broker refuses for a reason that waiting does not mend
     * @param oldestSeconds how long the oldest commit has waited
     */
    record Waiting(int streams, int parked, long oldestSeconds) {}

    /** @param reason why, kept beside the decision and the person's reference */
    record Order(
            @NotBlank String consumer,
            @NotBlank String subject,
            @NotBlank @Size(min = 5, max = 500) String reason) {}

    /** @param reason why, kept beside the person's reference */
    record ResendOrder(@NotBlank @Size(min = 5, max = 500) String reason) {}

    /** @param streams how many were put on their way */
    record Resent(int streams) {}

    @GetMapping
    State state(SignedIn who) {
        who.require(Role.ADMINISTRATOR);
        Relay.Backlog backlog = relay.backlog();
        return new State(
                parked.list(),
                gaps.list(),
                unknown.counts(),
                new Waiting(
                        backlog.streams(),
                        backlog.parked(),
                        backlog.age(clock.instant()).toSeconds()));
    }

    /** The cause is mended: the event is tried again, then what waited behind it. */
    @PostMapping("/release")
    State release(SignedIn who, @Valid @RequestBody Order order) {
        return decide(who, order, Decision.RELEASE);
    }

    /** The event is left out by this consumer, for good; the record itself keeps it. */
    @PostMapping("/skip")
    State skip(SignedIn who, @Valid @RequestBody Order order) {
        return decide(who, order, Decision.SKIP);
    }

    /** Topics were lost: everything in this service's journal is sent again. Who has it drops it. */
    @PostMapping("/resend")
    Resent resend(SignedIn who, @Valid @RequestBody ResendOrder order) {
        return new Resent(resending.everything(who.as(Role.ADMINISTRATOR).written(), order.reason()));
    }

    private State decide(SignedIn who, Order order, Decision decision) {
        String by = who.as(Role.ADMINISTRATOR).written();
        if (!parked.decide(order.consumer(), order.subject(), decision, by, order.reason())) {
            throw new NotForYou();
        }
        return state(who);
    }
}
