package org.lianzhi.embedded;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Writes any value of a document as BSON and orders values, for keys and positions in the file.
 *
 * <p>H2's own type serialises these objects with Java serialisation, also to compare two of them: several times larger and
 * slower. The order is part of the file format: first the BSON type, then the natural order of the scalar types, else the bytes.
 */
final class BsonValueType extends BasicDataType<@Nullable Object> {

    static final BsonValueType INSTANCE = new BsonValueType();

    /** The key of a document without `_id`; no BSON type has this number. */
    private static final byte MISSING = 0x00;

    private BsonValueType() {}

    @Override
    public void write(WriteBuffer out, @Nullable Object value) {
        out.put(encoded(value));
    }

    @Override
    public @Nullable Object read(ByteBuffer in) {
        byte type = in.get();
        if (type == MISSING) {
            return Missing.getInstance();
        }
        ByteBuf rest = Unpooled.wrappedBuffer(in);
        Object value = BsonDecoder.decodeValue(type, rest);
        in.position(in.position() + rest.readerIndex());
        return value;
    }

    @Override
    public int compare(@Nullable Object a, @Nullable Object b) {
        byte type = typeOf(a);
        int byType = Byte.compare(type, typeOf(b));
        if (byType != 0 || a == b) {
            return byType;
        }
        return switch (type) {
            case BsonConstants.TYPE_UTF8_STRING -> requireNonNull((String) a).compareTo(requireNonNull((String) b));
            case BsonConstants.TYPE_INT32 -> requireNonNull((Integer) a).compareTo(requireNonNull((Integer) b));
            case BsonConstants.TYPE_INT64 -> requireNonNull((Long) a).compareTo(requireNonNull((Long) b));
            case BsonConstants.TYPE_DOUBLE -> requireNonNull((Double) a).compareTo(requireNonNull((Double) b));
            default -> Arrays.compareUnsigned(encoded(a), encoded(b));
        };
    }

    private static byte typeOf(@Nullable Object value) {
        return value instanceof Missing ? MISSING : BsonEncoder.determineType(value);
    }

    private static byte[] encoded(@Nullable Object value) {
        byte type = typeOf(value);
        ByteBuf out = Unpooled.buffer(64).writeByte(type);
        if (type != MISSING) {
            BsonEncoder.encodeValue(type, value, out);
        }
        return Arrays.copyOf(out.array(), out.writerIndex());
    }

    @Override
    public int getMemory(@Nullable Object value) {
        return BsonSize.of(value);
    }

    @Override
    public @Nullable Object[] createStorage(int size) {
        return new @Nullable Object[size];
    }
}
