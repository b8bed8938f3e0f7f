package org.lianzhi.intake.vault;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Store;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Side;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Who opened what of the vault, and when: written before it is opened. One document for each office and day (UTC), so that
 * a supervisor's reading is a few accesses by id.
 */
public final class AccessLog {

    private static final String EARLIER = "vault_access";
    private static final String LOOKS = "looks";

    private final MongoCollection<Document> days;
    private final MongoCollection<Document> earlier;
    private final Clock clock;

    public AccessLog(MongoDatabaseFactory database, Clock clock) {
        this.days = Store.collection(database, "vault_access_days");
        this.earlier = Store.collection(database, EARLIER);
        this.clock = clock;
    }

    /**
     * Somebody opened something.
     *
     * @param id names office, day and look
     * @param report as a stream
     * @param by in written form
     * @param part code: {@code form}, {@code contact}, {@code photo} or {@code original}
     * @param code of the reason; null where it has none, or where none was asked for
     * @param reason in words; null where there are none
     */
    public record Look(
            String id,
            String report,
            String by,
            String part,
            Instant at,
            @Nullable String code,
            @Nullable String reason) {}

    /**
     * Somebody opens something.
     *
     * @param code of the reason, where it has one
     * @param reason in words, where there are any
     */
    public void opened(StreamId report, Actor by, String part, @Nullable String code, @Nullable String reason) {
        keep(new Look(
                UUID.randomUUID().toString(), report.toString(), by.written(), part, clock.instant(), code, reason));
    }

    private void keep(Look opened) {
        Actor by = Actor.parse(opened.by());
        Document look = new Document("id", opened.id())
                .append("report", opened.report())
                .append("actor", opened.by())
                .append("part", opened.part())
                .append("at", Date.from(opened.at()));
        if (opened.code() != null) {
            look.append("code", opened.code());
        }
        if (opened.reason() != null) {
            look.append("reason", opened.reason());
        }
        String day = day(by.side(), String.valueOf(by.bureau()), LocalDate.ofInstant(opened.at(), ZoneOffset.UTC));
        try {
            add(day, look);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Two were the first of a day at once: now it is there.
            add(day, look);
        }
    }

    private void add(String day, Document look) {
        days.updateOne(Filters.eq("_id", day), Updates.addToSet(LOOKS, look), new UpdateOptions().upsert(true));
    }

    private static String day(Side side, String office, LocalDate day) {
        return side.code() + "/" + office + "/" + day;
    }

    /** What an earlier version wrote down one by one is put where it is found; doing it twice changes nothing. */
    private void takeOver() {
        for (Document entry : earlier.find()) {
            keep(new Look(
                    entry.getString("_id"),
                    entry.getString("report"),
                    entry.getString("actor"),
                    entry.getString("part"),
                    entry.getDate("at").toInstant(),
                    null,
                    null));
            earlier.deleteOne(Filters.eq("_id", entry.getString("_id")));
        }
    }

    /** The looks of these offices on these days (UTC), in no order. */
    public List<Look> of(Side side, Collection<String> offices, Collection<LocalDate> on) {
        takeOver();
        List<String> ids = offices.stream()
                .flatMap(office -> on.stream().map(day -> day(side, office, day)))
                .toList();
        List<Look> looks = new ArrayList<>();
        for (Document day : days.find(Filters.in("_id", ids))) {
            String prefix = prefix(day.getString("_id"));
            day.getList(LOOKS, Document.class).forEach(look -> looks.add(look(prefix, look)));
        }
        return looks;
    }

    /** @param id as in {@link Look} */
    public boolean holds(Side side, String id) {
        String[] parts = id.split("_", 3);
        if (parts.length != 3) {
            return false;
        }
        Document day = days.find(Filters.eq("_id", side.code() + "/" + parts[0] + "/" + parts[1]))
                .first();
        return day != null
                && day.getList(LOOKS, Document.class).stream().anyMatch(look -> parts[2].equals(look.getString("id")));
    }

    private static String prefix(String day) {
        String[] parts = day.split("/");
        return parts[1] + "_" + parts[2] + "_";
    }

    private static Look look(String prefix, Document look) {
        return new Look(
                prefix + look.getString("id"),
                look.getString("report"),
                look.getString("actor"),
                look.getString("part"),
                look.getDate("at").toInstant(),
                look.getString("code"),
                look.getString("reason"));
    }
}
