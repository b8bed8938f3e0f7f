package org.lianzhi.embedded;

/** Something else listens on the port. */
public final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortTaken(int port, Throwable cause) {
        super("Port " + port + " on 127.0.0.1 is taken: stop the other program or choose another port.", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
