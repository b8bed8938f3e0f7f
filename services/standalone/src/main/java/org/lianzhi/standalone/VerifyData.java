package org.lianzhi.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lianzhi.embedded.DataFolder;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.StoreSettings;
import org.lianzhi.evidence.JournalStore;
import org.lianzhi.evidence.KeptReading;
import org.lianzhi.evidence.KnownKeys;
import org.lianzhi.evidence.RecordStore;
import org.lianzhi.evidence.command.Report;
import org.lianzhi.evidence.command.VerifyCommand;
import org.lianzhi.timeline.record.PageStore;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Checks the records of a data folder while the program is not running: the journals of all services, the timeline's
 * copies, and the checkpoints that each side and the timeline keep.
 */
final class VerifyData {

    private static final List<String> SIDES = List.of("hn", "gx");

    private VerifyData() {}

    static int in(Path data, PrintStream out) {
        Path folder = data.toAbsolutePath();
        if (!Files.exists(folder.resolve("format"))) {
            out.println("There are no data in " + folder + " that could be checked.");
            return Report.NOT_CHECKED;
        }
        try (DataFolder open = DataFolder.open(folder)) {
            LogFile.in(folder.resolve("logs"));
            try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(open.store()));
                    MongoClient client = MongoClients.create(store.uri())) {
                return new Report(out).run(stores(client), kept(client, new KnownKeys(open.keys())), SIDES);
            }
        } catch (Throwable e) {
            // Left to itself the program would end with the code for a record that is not as it was written.
            out.println("Could not be checked: " + PartFailed.of("check", e).getMessage());
            return Report.NOT_CHECKED;
        }
    }

    private static List<RecordStore> stores(MongoClient client) {
        return List.of(
                journal(client, "report-intake"),
                journal(client, "joint-investigation"),
                journal(client, "notification"),
                new PageStore(new MongoTemplate(client, "supervisor-timeline")));
    }

    private static RecordStore journal(MongoClient client, String service) {
        return new JournalStore(service, SIDES, client.getDatabase(service));
    }

    private static List<KeptReading> kept(MongoClient client, KnownKeys keys) {
        Stream<KeptReading> ofSides = SIDES.stream()
                .map(side -> VerifyCommand.kept(side, new MongoTemplate(client, "joint-investigation"), keys));
        KeptReading ofTimeline =
                VerifyCommand.kept(VerifyCommand.TIMELINE, new MongoTemplate(client, "supervisor-timeline"), keys);
        return Stream.concat(ofSides, Stream.of(ofTimeline)).toList();
    }
}
