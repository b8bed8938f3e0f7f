package org.lianzhi.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for a process that is started later. */
public final class FreePort {

    /** Below what the system takes for outgoing connections: there a picked port may be gone when it is needed. */
    private static final int FIRST = 10_000;

    private static final int AFTER_LAST = 32_000;

    private FreePort() {}

    /** Some port of the loopback interface on which nobody listens. */
    public static int pick() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
        throw new IllegalStateException("no free port");
    }
}
