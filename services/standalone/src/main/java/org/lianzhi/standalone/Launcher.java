package org.lianzhi.standalone;

import java.lang.reflect.InvocationTargetException;

/** Compiled for an older Java than the rest, so that a JDK that is too old is told about in one line. */
public final class Launcher {

    private static final int NEEDED = 21;

    private Launcher() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        int running = Runtime.version().feature();
        if (running < NEEDED) {
            System.err.println("Lianzhi needs Java " + NEEDED + " or newer and was started with Java " + running
                    + ". Install a newer JDK, or set JAVA_HOME to one, and start again.");
            System.exit(2);
        }
        try {
            Class.forName("org.lianzhi.standalone.Standalone")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            System.err.println(e.getCause());
            System.exit(1);
        }
    }
}
