package org.lianzhi.investigation.photo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.lianzhi.kit.Pieces;
import org.lianzhi.kit.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Pieces of photos that are not whole yet, one document each. They are the original and lie open, so nothing of one that nobody
 * goes on with stays longer than a day.
 */
final class PhotoParts implements Pieces.Bytes {

    private static final Duration PATIENCE = Duration.ofDays(1);

    private final MongoCollection<Document> parts;

    private PhotoParts(MongoDatabaseFactory database) {
        this.parts = Store.collection(database, "photo_parts");
    }

    private static String part(String upload, int number) {
        return upload + "/" + number;
    }

    @Override
    public void put(String upload, int number, byte[] piece) {
        String id = part(upload, number);
        parts.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id).append("bytes", new Binary(piece)),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<byte[]> get(String upload, int number) {
        return Optional.ofNullable(
                        parts.find(Filters.eq("_id", part(upload, number))).first())
                .map(document -> document.get("bytes", Binary.class).getData());
    }

    @Override
    public void forget(String upload, int count) {
        for (int number = 0; number <= count; number++) {
            parts.deleteOne(Filters.eq("_id", part(upload, number)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Keeping {

        @Bean
        Pieces photoPieces(MongoDatabaseFactory database) {
            return new Pieces(new PhotoParts(database), database, "photo_pieces");
        }

        @Bean
        Sweeping photoSweeping(Pieces pieces, PhotoStore photos, Clock clock) {
            return new Sweeping(pieces, photos, clock);
        }
    }

    /** Of what nobody goes on with, and of what nobody names, nothing is kept. */
    record Sweeping(Pieces pieces, PhotoStore photos, Clock clock) {

        @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
        void sweep() {
            Instant limit = clock.instant().minus(PATIENCE);
            pieces.dropBefore(limit);
            photos.sweepBefore(limit);
        }
    }
}
