package org.lianzhi.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Writes documents as BSON into the file. */
final class BsonDocumentType extends BasicDataType<Document> {

    static final BsonDocumentType INSTANCE = new BsonDocumentType();

    private BsonDocumentType() {}

    @Override
    public void write(WriteBuffer out, Document document) {
        ByteBuf bytes = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, bytes);
        out.put(bytes.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer in) {
        ByteBuf rest = Unpooled.wrappedBuffer(in);
        Document document = BsonDecoder.decodeBson(rest);
        in.position(in.position() + rest.readerIndex());
        return document;
    }

    @Override
    public int getMemory(Document document) {
        return BsonSize.of(document);
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
