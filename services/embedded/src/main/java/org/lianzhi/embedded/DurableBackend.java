package org.lianzhi.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server talks to: passes each command on and lets its answer go only when what it says is durable. */
final class DurableBackend implements MongoBackend {

    private static final Logger log = LoggerFactory.getLogger(DurableBackend.class);

    private final StoreFile file;
    private final GroupCommit commits;

    DurableBackend(StoreFile file, GroupCommit commits) {
        this.file = file;
        this.commits = commits;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        String name = command.keySet().iterator().next();
        return handleCommand(message.getChannel(), message.getDatabaseName(), name, command);
    }

    /** Failures become answers here: the server's own handling writes the whole command, documents included, into the log. */
    @Override
    public Document handleCommand(Channel channel, String database, String name, Document command) {
        try {
            return answer(channel, database, name, command);
        } catch (MongoServerException e) {
            return Commands.failure(e);
        } catch (RuntimeException e) {
            log.error("{} failed: {}", name, e.getClass().getName());
            log.debug("{} failed", name, e);
            return Commands.failure(new MongoServerError(1, "InternalError", String.valueOf(e.getMessage())));
        }
    }

    private Document answer(Channel channel, String database, String name, Document command) {
        if (name.equalsIgnoreCase("hello")) {
            return Commands.hello(file.backend().handleCommand(channel, database, "ismaster", command));
        }
        if (!Commands.writes(name, command)) {
            return read(backend -> backend.handleCommand(channel, database, name, command));
        }
        Commands.refuseUnsupported(name, command);
        file.requireWritable();
        return commits.write(() -> file.backend().handleCommand(channel, database, name, command));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return read(backend -> backend.handleQuery(query));
    }

    private <T> T read(Function<SnapshotBackend, T> query) {
        return commits.read(() -> {
            SnapshotBackend backend = file.backend();
            return backend.reading(() -> query.apply(backend));
        });
    }

    @Override
    public void dropDatabase(String database) {
        commits.write(() -> {
            file.backend().dropDatabase(database);
            return true;
        });
    }

    @Override
    public void handleClose(Channel channel) {
        file.backend().handleClose(channel);
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        return file.backend().getCurrentOperations(query);
    }

    @Override
    public Document getServerStatus() {
        return file.backend().getServerStatus();
    }

    @Override
    public void close() {
        commits.alone(() -> {
            file.close();
            return true;
        });
    }

    @Override
    public void closeCursors(List<Long> cursorIds) {
        file.backend().closeCursors(cursorIds);
    }

    @Override
    public Clock getClock() {
        return file.backend().getClock();
    }

    @Override
    public void enableOplog() {
        throw new UnsupportedOperationException("no change streams: the same code must run without a replica set");
    }

    @Override
    public void disableOplog() {
        // It is never on.
    }

    @Override
    public MongoDatabase resolveDatabase(String database) {
        return file.backend().resolveDatabase(database);
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        file.backend().version(version);
        return this;
    }
}
