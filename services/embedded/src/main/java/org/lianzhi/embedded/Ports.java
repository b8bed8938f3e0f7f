package org.lianzhi.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports on the loopback interface. */
public final class Ports {

    /** Below what systems take for outgoing connections: there a picked port may be gone when it is needed. */
    private static final int FIRST = 10_000;

    private static final int AFTER_LAST = 32_000;
    private static final int ATTEMPTS = 1000;

    private Ports() {}

    /** Some port on which nobody listened just now; somebody else may be faster. */
    public static int pick() {
        return pick(1, Set.of()).getFirst();
    }

    /**
     * Several such ports, no two the same: a port on which nobody listens yet would look free to the next pick as well.
     *
     * @param apartFrom others on which somebody is still to listen; none of them is picked
     */
    public static List<Integer> pick(int howMany, Set<Integer> apartFrom) {
        List<Integer> picked = ThreadLocalRandom.current()
                .ints((long) howMany * ATTEMPTS, FIRST, AFTER_LAST)
                .distinct()
                .filter(port -> !apartFrom.contains(port))
                .filter(Ports::areFree)
                .limit(howMany)
                .boxed()
                .toList();
        if (picked.size() < howMany) {
            throw new IllegalStateException("no free port on this machine");
        }
        return picked;
    }

    /** @throws PortTaken where somebody listens on it */
    public static void requireFree(int port) {
        try (ServerSocket socket = bound(port)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new PortTaken(port, e);
        }
    }

    static boolean areFree(int... ports) {
        try {
            IntStream.of(ports).forEach(Ports::requireFree);
            return true;
        } catch (PortTaken e) {
            return false;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        // As the servers do: a port whose last connections are still closing is free.
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return socket;
    }
}
