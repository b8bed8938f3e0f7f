package org.lianzhi.standalone;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianzhi.embedded.DataFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: starts everything, or looks after the data folder. */
@Command(
        name = "lianzhi",
        mixinStandardHelpOptions = true,
        version = "Lianzhi 0.1",
        description = "Starts all of Lianzhi in this process: broker, store, identity provider, services and portal.",
        footer = {
            "",
            "With Maven: ./mvnw spring-boot:run -pl services/standalone -am -Dspring-boot.run.arguments=\"--data=DIR\""
        })
public final class Standalone implements Callable<Integer> {

    private static final int TROUBLE = 1;
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the data lie. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(System.getProperty("user.home"), ".lianzhi", "data");

    @Option(names = "--port", description = "Port of the portal. Default: ${DEFAULT-VALUE}")
    private int port = 8080;

    @Option(names = "--identity-port", description = "Port of the identity provider. Default: ${DEFAULT-VALUE}")
    private int identityPort = 9000;

    @Option(names = "--backup", paramLabel = "ZIP", description = "Write the data into a new file and stop.")
    private @Nullable Path backup;

    @Option(names = "--restore", paramLabel = "ZIP", description = "Put the data of a backup in place and stop.")
    private @Nullable Path restore;

    @Option(
            names = "--verify",
            description = "Check that every record is as it was written, say who holds the proof, and stop."
                    + " Ends with 0 (all intact), 1 (something is not) or 2 (could not be checked).")
    private boolean verify;

    @Option(
            names = "--reset",
            description = "Move the data aside, so that the next start begins anew, and stop. Asks for --yes.")
    private boolean reset;

    @Option(names = "--rebuild", description = "Start, and make all read models anew from the topics meanwhile.")
    private boolean rebuild;

    @Option(names = "--yes", description = "Yes, really: existing data may be moved aside.")
    private boolean yes;

    public static void main(String[] arguments) {
        int code = new CommandLine(new Standalone())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    ERR.println(explain(failure));
                    return TROUBLE;
                })
                .execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws Exception {
        if (reset) {
            return resetData();
        }
        if (backup != null) {
            DataFolder.backup(data, backup);
            OUT.println("The data of " + data + " are now also in " + backup);
            return 0;
        }
        if (restore != null) {
            Optional<Path> former = DataFolder.restore(data, restore, yes);
            OUT.println("The data of " + restore + " are now in " + data);
            former.ifPresent(Standalone::tellWhere);
            return 0;
        }
        if (verify) {
            return VerifyData.in(data, OUT);
        }
        if (rebuild) {
            // Read by the services that have something to rebuild.
            System.setProperty("lianzhi.rebuild", "true");
        }
        new Everything(data.toAbsolutePath(), port, identityPort, OUT).run();
        return 0;
    }

    private int resetData() {
        if (!yes) {
            ERR.println("The next start would begin without the data in " + data + ". If you mean it, add --yes.");
            return TROUBLE;
        }
        Optional<Path> former = DataFolder.reset(data);
        OUT.println("The next start begins anew.");
        former.ifPresent(Standalone::tellWhere);
        return 0;
    }

    private static void tellWhere(Path former) {
        OUT.println("The former data are in " + former + "; delete that folder when nobody needs them any more.");
    }

    /** One line that says what is wrong and what to do. */
    private static String explain(Throwable failure) {
        if (failure instanceof UncheckedIOException io) {
            return "A file could not be read or written: " + io.getMessage();
        }
        return PartFailed.known(failure)
                ? String.valueOf(failure.getMessage())
                : String.valueOf(PartFailed.of("program", failure).getMessage());
    }
}
