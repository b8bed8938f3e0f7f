package org.lianzhi.investigation.checkpoint;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.evidence.KnownKeys;
import org.lianzhi.evidence.Seal;
import org.lianzhi.journal.AppendListener;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.Actor;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.Side;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Signs the heads of the hosted sides' cases. Several instances may do so at once: each builds on what is signed already,
 * and of two checkpoints with one number the journal takes one.
 */
@Component
@EnableConfigurationProperties(CheckpointProperties.class)
final class Checkpoints implements AppendListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final ObjectProvider<Journal> journal;
    private final ObjectProvider<Commands> commands;
    private final CheckpointProperties settings;
    private final KnownKeys known;
    private final List<Side> sides;
    private final Clock clock;
    private final PendingHeads heads = new PendingHeads();
    private final Map<Side, SideKey> keys = new LinkedHashMap<>();
    private final Map<Side, SignedHeads> signedHeads = new LinkedHashMap<>();
    private final Map<Side, Instant> failing = new ConcurrentHashMap<>();
    private final Set<Side> unknownKeys = ConcurrentHashMap.newKeySet();
    private @Nullable Instant lookedAt;
    private @Nullable ScheduledExecutorService thread;

    /** The journal hands its commits to this bean, so it is asked for only later. */
    Checkpoints(
            ObjectProvider<Journal> journal,
            ObjectProvider<Commands> commands,
            CheckpointProperties settings,
            KnownKeys known,
            JournalProperties hosted,
            Clock clock) {
        this.journal = journal;
        this.commands = commands;
        this.settings = settings;
        this.known = known;
        this.sides = hosted.sides().stream().map(Side::new).toList();
        this.clock = clock;
    }

    @Override
    public void appended(Commit commit) {
        heads.keep(commit);
    }

    /** Signs now what has changed since the last checkpoint of each hosted side. */
    synchronized void sign() {
        Path folder = settings.keys();
        if (folder == null) {
            return;
        }
        Journal all = journal.getObject();
        Instant now = clock.instant();
        if (isToLook(now)) {
            sides.forEach(side -> heads.look(all, side));
            lookedAt = now;
        }
        sides.forEach(side -> signOrTell(all, side, folder));
    }

    /** Also when a clock was put back. */
    private boolean isToLook(Instant now) {
        Instant last = lookedAt;
        return last == null || now.isBefore(last) || !now.isBefore(last.plus(settings.lookAgain()));
    }

    /** What is wrong with the key or the checkpoints of one side must not keep the other from signing. */
    private void signOrTell(Journal all, Side side, Path folder) {
        try {
            sign(all, side, folder);
            failing.remove(side);
        } catch (RuntimeException | Error e) {
            failing.putIfAbsent(side, clock.instant());
            LOG.warn("no checkpoint of {} this time: {}", side, e.toString());
        }
    }

    /** Since when each side that cannot sign has not been able to. */
    Map<Side, Instant> failing() {
        return Map.copyOf(failing);
    }

    /** The sides whose checkpoints prove nothing because they are not signed with the known key. */
    Set<Side> unknownKeys() {
        return Set.copyOf(unknownKeys);
    }

    /** How many records are not signed because they do not hold. */
    int withheld() {
        return heads.withheld();
    }

    private void sign(Journal all, Side side, Path folder) {
        SignedHeads signed = signedHeads.computeIfAbsent(side, SignedHeads::new);
        SideKey key = keys.computeIfAbsent(side, any -> SideKey.in(folder, side));
        SignedHeads.Counts counts = counts(side, key);
        signed.catchUp(all, counts);
        compare(side, key, signed.nextNumber());
        SignedHeads.Draft next = signed.next(heads.sound(all, signed, side));
        if (next == null) {
            return;
        }
        Instant now = clock.instant();
        CheckpointSigned checkpoint = next.signed(side, key, now);
        String cause = "checkpoint:" + side + ":" + next.number();
        Intent intent = Intent.policy(
                cause, "checkpoint", Actor.policy(side, "checkpoint").written(), now);
        EventData event = Recorded.of(checkpoint);
        commands.getObject().run(intent, signed.segment(), List.of(), loaded -> List.of(event));
        signed.catchUp(all, counts);
        if (signed.nextNumber() == next.number()) {
            // It is taken to be done because something else in the stream has its commit id.
            throw new IllegalStateException("checkpoint " + next.number() + " is not in its place");
        }
        LOG.info(
                "signed checkpoint {} of {}: {} records, {} changed",
                next.number(),
                side,
                next.records(),
                next.changed().size());
    }

    /** By a known key, or by the one that is in use and may be known later. */
    private SignedHeads.Counts counts(Side side, SideKey key) {
        List<KnownKeys.Key> ever = known(side);
        return new SignedHeads.Counts() {

            @Override
            public boolean as(long number, CheckpointSigned checkpoint) {
                return Stream.of(ever, always(key.id())).anyMatch(keys -> isSound(side, number, checkpoint, keys));
            }

            @Override
            public boolean isWhole(long number, CheckpointSigned checkpoint) {
                return isSound(side, number, checkpoint, always(checkpoint.key()));
            }
        };
    }

    private static List<KnownKeys.Key> always(String key) {
        return List.of(new KnownKeys.Key(key, 1));
    }

    private static boolean isSound(Side side, long number, CheckpointSigned checkpoint, List<KnownKeys.Key> keys) {
        return Seal.of(side.code(), number, checkpoint, keys) instanceof Seal.Sound;
    }

    /** Where the file cannot be read, what other keys have signed is signed once more. */
    private List<KnownKeys.Key> known(Side side) {
        try {
            return known.of(side.code());
        } catch (RuntimeException e) {
            LOG.warn("the known keys of {} cannot be read: {}", side, e.toString());
            return List.of();
        }
    }

    private void compare(Side side, SideKey key, long number) {
        if (isKnown(side, key, number)) {
            unknownKeys.remove(side);
        } else if (unknownKeys.add(side)) {
            LOG.warn(
                    "{} signs checkpoint {} with the key {}, which is not the one that is known for it: it proves"
                            + " nothing until that is entered in known-{}.txt",
                    side,
                    number,
                    key.id(),
                    side);
        }
    }

    /** What is wrong with the file keeps no side from signing: it may be put right later, and counts from then on. */
    private boolean isKnown(Side side, SideKey key, long number) {
        try {
            return known.publish(side.code(), key.id(), number);
        } catch (RuntimeException e) {
            LOG.warn("the key of {} can neither be told nor compared: {}", side, e.toString());
            return false;
        }
    }

    @Override
    public void start() {
        if (settings.keys() == null) {
            LOG.warn("lianzhi.checkpoints.keys is not set: no checkpoints are signed");
            return;
        }
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("checkpoints").daemon().factory());
        thread = executor;
        long every = settings.every().toMillis();
        executor.scheduleWithFixedDelay(this::signOrWait, every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * Nothing that goes wrong once keeps it from trying again, an error neither: after anything that it throws it would never
     * be called again, and nobody would be told.
     */
    void signOrWait() {
        try {
            sign();
        } catch (RuntimeException | Error e) {
            sides.forEach(side -> failing.putIfAbsent(side, clock.instant()));
            LOG.warn("no checkpoint this time: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = thread;
        if (executor != null) {
            executor.shutdown();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
