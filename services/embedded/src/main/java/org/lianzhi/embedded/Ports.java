package org.lianzhi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports on the loopback interface. */
final class Ports {

    private Ports() {}

    /** A port that was free just now; somebody else may be faster. */
    static int pick() {
        try (ServerSocket socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireFree(int port) {
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
