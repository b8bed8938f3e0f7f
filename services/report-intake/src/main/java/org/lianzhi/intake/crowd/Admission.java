package org.lianzhi.intake.crowd;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;

/**
 * Who may come in now. It is asked before anything is claimed, sealed or hashed: who is sent away has lost nothing and may
 * send the same again, and who is inside gets an answer.
 */
public final class Admission {

    /** Where a solved piece of work stands. */
    public static final String WORK = "Lianzhi-Work";

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DailyLimit filings;
    private final DailyLimit uploads;
    private final DailyLimit lookUps;
    private final DailyLimit beginnings;
    private final Gate filing;
    private final Gate uploading;
    private final Gate receiving;
    private final Gate lookingUp;
    private final Work work;
    private final Clock clock;

    public Admission(CrowdSettings settings, Supplier<SecretBytes> key, Clock clock) {
        this.filings = new DailyLimit("report.too-many", settings.filingsPerMinute(), MINUTE, clock);
        this.uploads = new DailyLimit("photo.too-many", settings.uploadsPerMinute(), MINUTE, clock);
        this.lookUps = new DailyLimit("tracking.too-many", settings.lookUpsPerMinute(), MINUTE, clock);
        this.beginnings = new DailyLimit("tracking.locked", settings.wrongTails(), settings.lockedFor(), clock);
        this.filing = new Gate(settings.filingsAtOnce(), settings.comeBackAfter());
        this.uploading = new Gate(settings.uploadsAtOnce(), settings.comeBackAfter());
        this.receiving = new Gate(settings.piecesAtOnce(), settings.comeBackAfter());
        this.lookingUp = new Gate(settings.lookUpsAtOnce(), settings.comeBackAfter());
        this.work = new Work(key, settings.workBits(), settings.workValid());
        this.clock = clock;
    }

    /** What is done inside. */
    @FunctionalInterface
    public interface Inside<T, E extends Exception> {
        T answer() throws E;
    }

    /** A place inside, for one piece of work. */
    public static final class Place {

        private final Runnable goOut;
        private final Runnable giveBack;

        private Place(Runnable goOut, Runnable giveBack) {
            this.goOut = goOut;
            this.giveBack = giveBack;
        }

        /** What was done does not count against anybody. */
        public void doesNotCount() {
            giveBack.run();
        }

        /** Does it and goes out. */
        public <T, E extends Exception> T run(Inside<T, E> inside) throws E {
            try {
                return inside.answer();
            } finally {
                goOut.run();
            }
        }
    }

    /**
     * For one report.
     *
     * @param done solved work, which lets in where a whole town shares one address; null where none was done
     * @throws ComeBackLater with a challenge under {@code work} when the network has used up what it may
     */
    public Place toFile(String address, String idempotencyKey, @Nullable String done) {
        return work.isDone(done, idempotencyKey, clock.instant())
                ? in(filing, () -> {})
                : in(filing, takeOrWork(address, idempotencyKey));
    }

    private Runnable takeOrWork(String address, String idempotencyKey) {
        try {
            return filings.take(Network.of(address));
        } catch (ComeBackLater later) {
            Work.Challenge challenge = work.challenge(idempotencyKey, clock.instant());
            throw later.with("work", Map.of("challenge", challenge.text(), "bits", challenge.bits()));
        }
    }

    public Place toUpload(String address) {
        return in(uploading, uploads.take(Network.of(address)));
    }

    /** For a file that comes piece by piece: beginning it counts as the upload that it is. */
    public Place toBeginUpload(String address) {
        return in(receiving, uploads.take(Network.of(address)));
    }

    /** For a piece of a file that was begun, and so has counted already. */
    public Place toReceive() {
        return in(receiving, () -> {});
    }

    /** For a file that is whole and is looked at now. */
    public Place toFinishUpload() {
        return in(uploading, () -> {});
    }

    /**
     * For one look-up; a right code does not count.
     *
     * @param beginning of a typed code. Who knows a part of somebody's code cannot try the rest from many networks; the
     *     lock opens by itself, so that nobody is kept out for ever. Null for a scanned secret, which nobody can guess
     */
    public Place toLookUp(String address, @Nullable String beginning) {
        Runnable ofNetwork = lookUps.take(Network.of(address));
        if (beginning == null) {
            return in(lookingUp, ofNetwork);
        }
        Runnable ofBeginning = beginnings.take(beginning);
        return in(lookingUp, () -> {
            ofNetwork.run();
            ofBeginning.run();
        });
    }

    /** For what guesses at no code: only the places inside are bounded. */
    public Place toAsk() {
        return in(lookingUp, () -> {});
    }

    private static Place in(Gate gate, Runnable giveBack) {
        try {
            return new Place(gate.enter(), giveBack);
        } catch (ComeBackLater full) {
            giveBack.run();
            throw full;
        }
    }
}
