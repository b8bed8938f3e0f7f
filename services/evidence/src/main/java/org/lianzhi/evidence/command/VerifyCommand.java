package org.lianzhi.evidence.command;

import com.mongodb.client.MongoClient;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lianzhi.evidence.EvidenceProperties;
import org.lianzhi.evidence.JournalStore;
import org.lianzhi.evidence.KeptCheckpoints;
import org.lianzhi.evidence.KeptReading;
import org.lianzhi.evidence.KnownKeys;
import org.lianzhi.evidence.RecordStore;
import org.lianzhi.journal.ReadModels;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The check as a command of a service: {@code --lianzhi.verify=true}. It only reads the store and may run beside the service.
 */
public final class VerifyCommand {

    /** By this name the timeline keeps checkpoints. */
    public static final String TIMELINE = "timeline";

    private static final String ASKED = "--lianzhi.verify=true";
    private static final PrintStream OUT = System.out;

    private VerifyCommand() {}

    public static boolean isAsked(String... arguments) {
        return Arrays.asList(arguments).contains(ASKED);
    }

    /**
     * Runs it with the settings of a service, without the service.
     *
     * @param name of the service's settings
     * @param keepers who keep checkpoints in the service's database; empty: the hosted sides
     * @param records what is to be checked in that database, of the hosted sides
     * @return exit code: 0 all intact, 1 something is not, 2 the check could not be made
     */
    public static int run(
            String name,
            List<String> keepers,
            BiFunction<MongoTemplate, List<String>, RecordStore> records,
            String... arguments) {
        return run(OUT, name, keepers, records, arguments);
    }

    /** As the other one, and says its lines to {@code out}. */
    public static int run(
            PrintStream out,
            String name,
            List<String> keepers,
            BiFunction<MongoTemplate, List<String>, RecordStore> records,
            String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("spring.config.name=" + name, "logging.level.root=error")
                .run(arguments)) {
            Environment environment = context.getEnvironment();
            MongoClient client = context.getBean(MongoClient.class);
            MongoTemplate own = context.getBean(MongoTemplate.class);
            KnownKeys keys =
                    new KnownKeys(context.getBean(EvidenceProperties.class).known());
            List<String> witnesses = bound(environment, "lianzhi.verify.witnesses", List.of());
            List<String> journals = bound(environment, "lianzhi.verify.journals", List.of());
            if (witnesses.isEmpty() && journals.isEmpty()) {
                out.println(
                        "NOTE   What proves these records lies in the same database as they do: who can change the one"
                                + " can change the other. lianzhi.verify.witnesses and lianzhi.verify.journals name"
                                + " others.");
            }
            List<KeptReading> kept = Stream.concat(
                            keepers(keepers, environment).map(keeper -> kept(keeper, own, keys)),
                            witnesses.stream()
                                    .map(database -> kept(TIMELINE, new MongoTemplate(client, database), keys)))
                    .toList();
            List<String> hosted = hosted(environment);
            List<RecordStore> stores = Stream.concat(
                            Stream.of(records.apply(own, hosted)),
                            journals.stream()
                                    .map(service -> new JournalStore(service, hosted, client.getDatabase(service))))
                    .toList();
            return new Report(out).run(stores, kept, sides(environment));
        } catch (Throwable e) {
            // Left to itself the program would end with the code for a record that is not as it was written.
            out.println("Could not be checked: " + e);
            return Report.NOT_CHECKED;
        }
    }

    public static KeptReading kept(String keeper, MongoTemplate database, KnownKeys keys) {
        return new KeptReading(
                keeper, new ReadModels(database).of(new KeptCheckpoints(List.of(keeper), any -> {})), keys);
    }

    private static Stream<String> keepers(List<String> named, Environment environment) {
        return (named.isEmpty() ? hosted(environment) : named).stream();
    }

    private static List<String> hosted(Environment environment) {
        return bound(environment, "lianzhi.journal.sides", List.of("hn", "gx"));
    }

    static List<String> sides(Environment environment) {
        return bound(environment, "lianzhi.journal.known-sides", List.of("hn", "gx"));
    }

    private static List<String> bound(Environment environment, String name, List<String> otherwise) {
        return Binder.get(environment).bind(name, Bindable.listOf(String.class)).orElse(otherwise);
    }

    /** No more than the store. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
    @EnableConfigurationProperties(EvidenceProperties.class)
    static class Settings {}
}
