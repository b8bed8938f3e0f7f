package org.lianzhi.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A store that speaks MongoDB's protocol, on the loopback interface of this JVM. It stands in for a real MongoDB: see
 * docs/adr/0004-embedded-store.md for what it cannot do.
 *
 * <p>Every answer waits for the commit of what it rests on. When a commit fails, all who waited for it get an error, and further writes
 * are refused until a commit succeeds again; a restart is not needed.
 */
public final class EmbeddedStore implements AutoCloseable {

    /** A write blocks its thread until the commit, and only blocked writes share one: so many can. */
    private static final int WORKERS = 64;

    private final MongoServer server;
    private final Housekeeping housekeeping;
    private final int port;

    private EmbeddedStore(MongoServer server, Housekeeping housekeeping) {
        this.server = server;
        this.housekeeping = housekeeping;
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the files and listens.
     *
     * @throws DataFolderProblem when the files are in use, cannot be written or are damaged
     * @throws PortTaken when something else listens on the port
     */
    public static EmbeddedStore start(StoreSettings settings) {
        StoreFile file = StoreFile.open(settings);
        GroupCommit commits = new GroupCommit(file::commit, settings.durability() != Durability.NOTHING);
        MongoServer server = new MongoServer(new DurableBackend(file, commits));
        listen(server, settings.port());
        return new EmbeddedStore(server, Housekeeping.start(file, commits));
    }

    private static void listen(MongoServer server, int port) {
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
        } catch (Exception e) {
            server.shutdownNow();
            // Netty throws it although no signature says so.
            if (e instanceof BindException) {
                throw new PortTaken(port, e);
            }
            throw e;
        }
    }

    /** For clients; the database is added to it. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Closes all connections and the files. What was acknowledged is in them. */
    @Override
    public void close() {
        housekeeping.close();
        server.shutdownNow();
    }
}
