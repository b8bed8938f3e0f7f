package org.lianzhi.investigation.casepage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casepage.CaseView.ClosureView;
import org.lianzhi.investigation.casepage.CaseView.DeclinedView;
import org.lianzhi.investigation.casepage.CaseView.HeadView;
import org.lianzhi.investigation.casepage.CaseView.RecordView;
import org.lianzhi.investigation.casepage.CaseView.SignatureView;
import org.lianzhi.investigation.casepage.CaseView.TaskView;
import org.lianzhi.investigation.casepage.CaseView.TurnView;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.casework.CaseRights.Reader;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.domain.CaseState;
import org.lianzhi.investigation.domain.Closure;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.investigation.domain.SideRecord;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.investigation.domain.Task;
import org.lianzhi.investigation.domain.Turn;
import org.lianzhi.investigation.domain.Turns;
import org.lianzhi.investigation.silence.Ladder;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AcknowledgementMissed;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseClosed;
import org.lianzhi.model.CaseEvent.CaseDeclined;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The case page: folded from the journal, so that who wrote something sees it at once. */
@RestController
class CasePages {

    private final CaseStreams streams;
    private final CaseZones zones;
    private final Ladder ladder;
    private final Clock clock;

    CasePages(CaseStreams streams, CaseZones zones, Ladder ladder, Clock clock) {
        this.streams = streams;
        this.zones = zones;
        this.ladder = ladder;
        this.clock = clock;
    }

    @GetMapping("/api/v1/cases/{id}")
    CaseView show(SignedIn who, @PathVariable String id) {
        CaseStreams.Loaded loaded = streams.loadFor(who.side(), id);
        return view(who, loaded, CaseRights.reader(who, loaded.joint()));
    }

    private CaseView view(SignedIn who, CaseStreams.Loaded loaded, Reader reader) {
        JointCase joint = loaded.joint();
        Noted<CaseOpened> opening = joint.opening().orElseThrow();
        CaseOpened opened = opening.event();
        Side lead = joint.parties().getFirst();
        Side counterpart = joint.parties().getLast();
        boolean whole = reader != Reader.LABORATORY;
        ZoneId zone = zones.of(joint);
        return new CaseView(
                loaded.id(),
                opened.agreement(),
                opened.agreementVersion(),
                lead,
                joint.bureauAtFirst(lead).orElseThrow(),
                counterpart,
                joint.bureauAtFirst(counterpart).orElseThrow(),
                opened.ground(),
                joint.epoch(),
                CaseState.of(joint).code(),
                opening.at(),
                whole ? opened.summary() : forLaboratory(opened.summary()),
                versions(loaded),
                turns(who, joint, whole, zone),
                tasks(who, joint, reader, zone),
                whole ? records(loaded) : Map.of(),
                whole ? InspectionView.allOf(joint) : List.of(),
                SampleView.allOf(joint, sample -> whole || CaseRights.isSentTo(who, sample)),
                whole ? FindingView.allOf(joint) : List.of(),
                whole ? OrderView.allOf(joint) : List.of(),
                whole ? DispositionView.bySide(joint) : Map.of(),
                whole ? EmergencyView.of(joint) : EmergencyView.NOTHING,
                whole ? PaperView.allOf(joint) : List.of(),
                whole ? ContextView.of(joint) : ContextView.NOTHING,
                whole ? closure(joint) : new ClosureView(null, List.of(), List.of(), Map.of(), Map.of()),
                whole ? JurisdictionView.of(joint) : null,
                whole ? SilenceView.of(joint, who.side(), ladder, clock.instant()) : null);
    }

    /** A laboratory is to know what it analyses, not what is alleged against whom. */
    private static ReleasedSummary forLaboratory(ReleasedSummary summary) {
        return new ReleasedSummary(
                summary.category(),
                "",
                "",
                summary.affectedWater(),
                null,
                null,
                summary.observedAt(),
                summary.weather(),
                null,
                List.of(),
                summary.synthetic());
    }

    private static Map<String, Long> versions(CaseStreams.Loaded loaded) {
        Map<String, Long> versions = new TreeMap<>();
        loaded.heads().forEach((side, head) -> versions.put(side.code(), head.version()));
        return versions;
    }

    private List<TurnView> turns(SignedIn who, JointCase joint, boolean whole, ZoneId zone) {
        Instant now = clock.instant();
        return Turns.of(joint, zone).stream()
                .filter(turn -> whole || turn.bureau().equals(who.bureau()))
                .map(turn -> turn(turn, now))
                .toList();
    }

    private static TurnView turn(Turn turn, Instant now) {
        return new TurnView(
                turn.act().code(),
                turn.side(),
                turn.bureau(),
                turn.act().isOfLaboratory() ? "laboratory" : "officer",
                turn.ref(),
                turn.dueAt(),
                turn.isOverdue(now));
    }

    private static List<TaskView> tasks(SignedIn who, JointCase joint, Reader reader, ZoneId zone) {
        if (reader == Reader.SUPERVISOR || reader == Reader.FORMER_OFFICER) {
            return List.of();
        }
        return Task.of(joint, who.side(), reader == Reader.LABORATORY ? who.bureau() : null, zone).stream()
                .map(task -> new TaskView(
                        task.act().code(), task.ref(), task.status().code(), task.dueAt()))
                .toList();
    }

    private static Map<String, RecordView> records(CaseStreams.Loaded loaded) {
        Map<String, RecordView> records = new TreeMap<>();
        loaded.joint().parties().forEach(party -> records.put(party.code(), record(loaded, party)));
        return records;
    }

    private static RecordView record(CaseStreams.Loaded loaded, Side side) {
        SideRecord record = loaded.joint().recordOf(side);
        return new RecordView(
                side,
                loaded.joint().bureauOf(side).orElseThrow(),
                record.entries().isEmpty() ? null : record.entries().getFirst().at(),
                record.acknowledgeBy().orElse(null),
                at(record.last(CaseAcknowledged.class)),
                at(record.last(AcknowledgementMissed.class)),
                record.is(Stand.DECLINED)
                        ? record.last(CaseDeclined.class)
                                .map(CasePages::declined)
                                .orElse(null)
                        : null,
                Optional.ofNullable(loaded.heads().get(side))
                        .map(head -> new HeadView(head.version(), head.hash()))
                        .orElse(null));
    }

    private static <E extends CaseEvent> @Nullable Instant at(Optional<Noted<E>> entry) {
        return entry.map(Noted::at).orElse(null);
    }

    private static DeclinedView declined(Noted<CaseDeclined> declined) {
        return new DeclinedView(declined.event().reason(), declined.event().explanation(), declined.at());
    }

    private static ClosureView closure(JointCase joint) {
        Closure closure = Closure.of(joint);
        Map<String, SignatureView> signatures = new TreeMap<>();
        Map<String, Instant> closedAt = new TreeMap<>();
        for (Side party : joint.parties()) {
            closure.signatureOf(party)
                    .ifPresent(signed -> signatures.put(
                            party.code(),
                            new SignatureView(
                                    signed.event().digest(),
                                    signed.event().outcome(),
                                    signed.at(),
                                    signed.event().epoch())));
            joint.recordOf(party)
                    .last(CaseClosed.class)
                    .filter(closed -> closed.event().epoch() == closure.epoch())
                    .ifPresent(closed -> closedAt.put(party.code(), closed.at()));
        }
        return new ClosureView(
                closure.isClosed() ? null : closure.content(),
                closure.outcomes(),
                closure.blockers(Closure.OUTCOMES.getFirst()),
                signatures,
                closedAt);
    }
}
