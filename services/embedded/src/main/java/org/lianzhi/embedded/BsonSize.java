package org.lianzhi.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The approximate length of a value in the file, in bytes, without encoding it. */
final class BsonSize {

    private static final int OVERHEAD = 8;

    private BsonSize() {}

    /** Throws IllegalArgumentException when the value, or one inside it, has no BSON form. */
    static int of(@Nullable Object value) {
        if (value instanceof Map<?, ?> document) {
            return ofDocument(document);
        }
        if (value instanceof Collection<?> array) {
            return array.stream().mapToInt(BsonSize::of).sum() + OVERHEAD;
        }
        if (value instanceof String text) {
            return text.length() + OVERHEAD;
        }
        return value instanceof Missing ? 1 : ofScalar(BsonEncoder.determineType(value), value);
    }

    private static int ofDocument(Map<?, ?> document) {
        int size = OVERHEAD;
        for (Map.Entry<?, ?> field : document.entrySet()) {
            size += field.getKey().toString().length() + 2 + of(field.getValue());
        }
        return size;
    }

    private static int ofScalar(byte type, @Nullable Object value) {
        if (type == BsonConstants.TYPE_DATA && value instanceof de.bwaldvogel.mongo.bson.BinData data) {
            return data.getData().length + OVERHEAD;
        }
        return 2 * OVERHEAD;
    }
}
