package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Gaps in what documents have got. The owner of the stream was asked to send it again; whether that has helped is looked after
 * now and then, and it is asked again. Otherwise a request that nobody heard would leave a document behind for good, and
 * nobody would know.
 */
public final class OpenGaps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenGaps.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final String ASKED_AT = "askedAt";

    private final MongoCollection<Document> gaps;
    private final Republishing republishing;
    private final Clock clock;
    private final Map<String, Filled> models = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gaps").daemon().factory());

    OpenGaps(MongoDatabaseFactory database, Republishing republishing, Clock clock) {
        this.gaps = MongoJournal.durable(database.getMongoDatabase().getCollection("gaps"));
        this.republishing = republishing;
        this.clock = clock;
    }

    /** Whether a document has got a version of a stream by now. */
    interface Filled {
        boolean has(String document, StreamId stream, long version);
    }

    /**
     * A gap that is open.
     *
     * @param consumer and {@code document}: what is behind
     * @param stream of which something is missing
     * @param after the last version that is there
     * @param since when it was found
     */
    public record Gap(String consumer, String document, String stream, long after, Instant since) {}

    /**
     * What a document that has met a later event of a stream lacks.
     *
     * @param consumer and {@code document}: what is behind
     * @param after the last version of the stream that is there
     * @param beyond the version that was met
     */
    record Missing(String consumer, String document, StreamId stream, long after, long beyond) {

        String id() {
            return consumer + "/" + document + "/" + stream;
        }
    }

    /** Gaps of this consumer can be looked after: it says what its documents have got. */
    void watch(String consumer, Filled model) {
        models.put(consumer, model);
    }

    /** Keeps it in mind and asks. */
    void found(Missing missing) {
        gaps.updateOne(
                Filters.eq("_id", missing.id()),
                Updates.combine(
                        Updates.setOnInsert(new Document("consumer", missing.consumer())
                                .append("document", missing.document())
                                .append("stream", missing.stream().toString())
                                .append("since", Date.from(clock.instant()))),
                        Updates.set("after", missing.after()),
                        Updates.set(ASKED_AT, Date.from(clock.instant())),
                        Updates.max("beyond", missing.beyond())),
                new UpdateOptions().upsert(true));
        republishing.ask(missing.consumer(), missing.stream(), missing.after());
    }

    /** Those that are open, also those found a moment ago. */
    public List<Gap> list() {
        List<Gap> list = new ArrayList<>();
        for (Document document : gaps.find()) {
            list.add(new Gap(
                    document.getString("consumer"),
                    document.getString("document"),
                    document.getString("stream"),
                    document.getLong("after"),
                    document.getDate("since").toInstant()));
        }
        return list;
    }

    /** How long the oldest has been open. */
    Duration longest() {
        Instant now = clock.instant();
        return list().stream()
                .map(gap -> Duration.between(gap.since(), now))
                .filter(open -> !open.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Forgets what is filled and asks again for the rest. */
    void look() {
        for (Document gap : gaps.find()) {
            Optional.ofNullable(models.get(gap.getString("consumer"))).ifPresent(model -> lookAt(gap, model));
        }
    }

    /** One that cannot be looked at does not hide the others. */
    private void lookAt(Document gap, Filled model) {
        try {
            look(gap, model);
        } catch (RuntimeException e) {
            if (Failures.isInfrastructure(e)) {
                throw e;
            }
            LOG.warn("the gap {} cannot be looked after: {}", gap.get("_id"), e.toString());
        }
    }

    private void look(Document gap, Filled model) {
        StreamId stream = StreamId.parse(gap.getString("stream"));
        if (model.has(gap.getString("document"), stream, gap.getLong("beyond"))) {
            gaps.deleteOne(Filters.and(Filters.eq("_id", gap.get("_id")), Filters.eq("beyond", gap.get("beyond"))));
        } else if (isTimeToAsk(gap)) {
            gaps.updateOne(Filters.eq("_id", gap.get("_id")), Updates.set(ASKED_AT, Date.from(clock.instant())));
            republishing.ask(gap.getString("consumer"), stream, gap.getLong("after"));
        }
    }

    /**
     * Seldom for one that has been open for long: all that is there is sent again each time, to a topic that is kept for ever.
     */
    private boolean isTimeToAsk(Document gap) {
        Instant asked = gap.getDate(ASKED_AT).toInstant();
        Duration open = Duration.between(gap.getDate("since").toInstant(), asked);
        Duration pause = open.dividedBy(10).compareTo(LOOK_EVERY) > 0 ? open.dividedBy(10) : LOOK_EVERY;
        return !clock.instant().isBefore(asked.plus(pause));
    }

    /** From now on they are looked after, until it is closed. */
    void start() {
        looking.scheduleWithFixedDelay(
                this::lookOrTryAgain, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookOrTryAgain() {
        try {
            look();
        } catch (RuntimeException | Error e) {
            // Whatever came through would be the last look for good, and nobody would be told.
            LOG.warn("gaps were not looked after: {}", e.toString());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
