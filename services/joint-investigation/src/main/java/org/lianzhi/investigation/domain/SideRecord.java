package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AcknowledgementMissed;
import org.lianzhi.model.CaseEvent.AfterCheckMissed;
import org.lianzhi.model.CaseEvent.AfterCheckPlanned;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseClosed;
import org.lianzhi.model.CaseEvent.CaseDeclined;
import org.lianzhi.model.CaseEvent.CaseJoined;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.CaseEvent.CaseUnlinked;
import org.lianzhi.model.CaseEvent.ClosureSigned;
import org.lianzhi.model.CaseEvent.DispositionDecided;
import org.lianzhi.model.CaseEvent.HeavyRainRecorded;
import org.lianzhi.model.CaseEvent.LetterAnswered;
import org.lianzhi.model.CaseEvent.LetterSent;
import org.lianzhi.model.Side;

/**
 * One side's own record, in its own order.
 *
 * <p>Everything about a case is found by asking for the entries of a kind, again and again for each visit, sample and
 * measure; so each kind is looked for once. Without that a page of 300 entries took as many looks at all of them.
 */
public final class SideRecord {

    private final Side side;
    private final List<Noted<?>> entries;
    private final Map<Class<?>, List<Noted<?>>> byType = new ConcurrentHashMap<>();
    private final Stand stand;

    private SideRecord(Side side, List<Noted<?>> entries, Stand stand) {
        this.side = side;
        this.entries = List.copyOf(entries);
        this.stand = stand;
    }

    static SideRecord of(Side side) {
        return new SideRecord(side, List.of(), Stand.NOT_JOINED);
    }

    public Side side() {
        return side;
    }

    public List<Noted<?>> entries() {
        return entries;
    }

    SideRecord with(CaseEvent event, Instant at, String digest) {
        List<Noted<?>> more = new ArrayList<>(entries);
        more.add(new Noted<>(side, event, at, digest));
        return new SideRecord(side, more, after(stand, event));
    }

    /** Whether a side takes part. */
    public enum Stand {
        /** The record has not begun. */
        NOT_JOINED,
        /** Its clock runs. */
        ASKED,
        /** Its clock ran out. */
        SILENT,
        ACKNOWLEDGED,
        DECLINED
    }

    public Stand stand() {
        return stand;
    }

    private static Stand after(Stand before, CaseEvent event) {
        return switch (event) {
            case CaseOpened opened -> Stand.ASKED;
            case CaseJoined joined -> Stand.ASKED;
            case AcknowledgementMissed missed -> before == Stand.ASKED ? Stand.SILENT : before;
            case CaseAcknowledged acknowledged -> Stand.ACKNOWLEDGED;
            case CaseDeclined declined -> Stand.DECLINED;
            case CaseEvent other -> before;
        };
    }

    public boolean is(Stand stand) {
        return stand() == stand;
    }

    public Optional<Instant> acknowledgeBy() {
        return entries.stream()
                .flatMap(entry -> switch (entry.event()) {
                    case CaseOpened opened -> Stream.of(opened.acknowledgeBy());
                    case CaseJoined joined -> Stream.of(joined.acknowledgeBy());
                    case CaseEvent other -> Stream.empty();
                })
                .findFirst();
    }

    /** What a closure is about: how many entries say something of the matter. A signature says nothing of it. */
    long materialVersion() {
        return entries.stream().filter(entry -> isMaterial(entry.event())).count();
    }

    /** How many entries the side's people wrote themselves to the matter: what its clocks and policies add is no answer. */
    long saidVersion() {
        return said().count();
    }

    /** What the side's people wrote themselves, in its order. */
    Stream<Noted<?>> said() {
        return entries.stream().filter(entry -> isSaid(entry.event()));
    }

    private static boolean isSaid(CaseEvent event) {
        return switch (event) {
            case CaseOpened byPolicy -> false;
            case CaseJoined byPolicy -> false;
            case AcknowledgementMissed byClock -> false;
            case AfterCheckPlanned byPolicy -> false;
            case AfterCheckMissed byClock -> false;
            case CaseClosed byPolicy -> false;
            case CaseLinked alsoByPolicy -> false;
            case CaseUnlinked alsoByPolicy -> false;
            case CaseEvent.AboutSilence noAnswer -> false;
            case CaseEvent said -> true;
        };
    }

    /** A withdrawal is material, so that nobody who has seen it can still sign what was withdrawn. */
    static boolean isMaterial(CaseEvent event) {
        return !(event instanceof ClosureSigned
                || event instanceof CaseClosed
                || event instanceof CaseReopened
                || event instanceof AcknowledgementMissed
                || event instanceof AfterCheckPlanned
                || event instanceof HeavyRainRecorded
                || event instanceof AfterCheckMissed
                || event instanceof DispositionDecided
                || event instanceof LetterSent
                || event instanceof LetterAnswered
                || event instanceof CaseEvent.AboutPaper
                || event instanceof CaseEvent.AboutContext
                || event instanceof CaseEvent.AboutSilence);
    }

    @SuppressWarnings("unchecked") // Each list holds what is an instance of its key, and is not changed.
    public <E extends CaseEvent> Stream<Noted<E>> all(Class<E> type) {
        List<Noted<?>> found = byType.computeIfAbsent(type, this::search);
        return found.stream().map(entry -> (Noted<E>) entry);
    }

    private List<Noted<?>> search(Class<?> type) {
        return entries.stream().filter(entry -> type.isInstance(entry.event())).toList();
    }

    public <E extends CaseEvent> Optional<Noted<E>> last(Class<E> type) {
        return all(type).reduce((earlier, later) -> later);
    }

    boolean holds(CaseEvent event) {
        return entries.stream().anyMatch(entry -> entry.event().equals(event));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SideRecord record && side.equals(record.side) && entries.equals(record.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(side, entries);
    }

    @Override
    public String toString() {
        return side + " " + entries;
    }
}
