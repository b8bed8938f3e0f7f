package org.lianzhi.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.SortableIds;

/** Copies documents under other ids of the same length: the same payload, and no two alike. */
record Renaming(Map<String, String> other) {

    /** Like the id of a report, a case or a notice: neighbours in time are neighbours in the store. */
    static String newId() {
        return SortableIds.derive(Instant.now(), random("0123456789abcdef", 8));
    }

    /** Like a hash. */
    static String newHash() {
        return random("0123456789abcdef", 64);
    }

    private static String random(String alphabet, int length) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    Document of(Document document) {
        Document copy = new Document();
        document.forEach((key, value) -> copy.append(of(key), value(value)));
        return copy;
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof Document document) {
            return of(document);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copies = new ArrayList<>(list.size());
            list.forEach(each -> copies.add(value(each)));
            return copies;
        }
        return value instanceof String text ? of(text) : value;
    }

    String of(String text) {
        String copy = text;
        for (Map.Entry<String, String> entry : other.entrySet()) {
            copy = copy.replace(entry.getKey(), entry.getValue());
        }
        return copy;
    }
}
