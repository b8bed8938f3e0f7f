package org.lianzhi.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Looks whether ports are free before anything is started, so that nothing has to be taken back. */
final class Ports {

    private Ports() {}

    static void assertFree(int port, String part, String option) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new PartFailed(
                    "Port " + port + " for the " + part
                            + " is taken: stop the other program, or choose another port with " + option + "=PORT.",
                    e);
        }
    }

    /** A free port for a part that only other parts speak to. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PartFailed("No free port on this machine.", e);
        }
    }
}
