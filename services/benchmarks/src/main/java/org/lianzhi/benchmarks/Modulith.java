package org.lianzhi.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.lianzhi.test.ChildJvm;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.Externalized;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A peer: Spring Modulith's event publication, with its registry in PostgreSQL and externalisation to Kafka. The same events as
 * fast as 16 threads can, killed, started again with the repetition of what was left.
 */
final class Modulith {

    static final String TOPIC = "peer-modulith";
    private static final String NAME = "PEER spring-modulith-jdbc ";
    private static final Duration LONGEST_REPAIR = Duration.ofSeconds(60);

    private Modulith() {}

    /** Says honestly when the database cannot be run here. */
    static String line(Bare bare, Duration load, String wholeClassPath, Path folder) throws Exception {
        String shown = ClassPath.current();
        ClassPath.show(wholeClassPath);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                // It is off by default, and then an acknowledged write survives nothing.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            return measured(bare, load, postgres);
        } catch (IOException | IllegalStateException e) {
            return NAME + "not_measured=\"PostgreSQL does not start on this machine: " + e.getMessage() + "\"";
        } finally {
            ClassPath.show(shown);
        }
    }

    private static String measured(Bare bare, Duration load, EmbeddedPostgres postgres) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bare.broker()))) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, 6, (short) 1))).all().get();
        }
        String url = postgres.getJdbcUrl("postgres", "postgres");
        try (ChildJvm child = ChildJvm.start(Writer.class, bare.broker(), url, "write")) {
            child.says(Writer.READY);
            Thread.sleep(load);
            child.kill();
        }
        long accepted = count(postgres, "select count(*) from reports");
        try (Topic topic = new Topic(bare.broker(), TOPIC);
                ChildJvm again = ChildJvm.start(Writer.class, bare.broker(), url, "repair")) {
            long before = arrived(topic);
            again.says(Writer.READY);
            Waiting.patiently(LONGEST_REPAIR, Duration.ofMillis(500), () -> arrived(topic) >= accepted);
            long lost = accepted - arrived(topic);
            return NAME
                    + "durability=postgresql-fsync killed=kill-9 accepted=%d lost=%d left_for_repair=%d per_s=%s"
                            .formatted(
                                    accepted,
                                    lost,
                                    accepted - before,
                                    Numbers.plain(accepted / (load.toMillis() / 1000.0)));
        }
    }

    private static long arrived(Topic topic) {
        Set<String> ids = new HashSet<>();
        topic.last(Integer.MAX_VALUE).forEach(each -> ids.add(each.key()));
        return ids.size();
    }

    private static long count(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** What is published. */
    @Externalized(TOPIC + "::#{#this.id()}")
    public record Filed(String id, String json) {}

    /** Main class of the process that is killed. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Writer {

        static final String READY = "READY";
        private static final PrintStream OUT = System.out;
        private static final int AT_ONCE = 16;

        public static void main(String[] arguments) throws Exception {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(Writer.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .initializers(starting -> starting.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("benchmark", settings(arguments))))
                    .run();
            write(context, arguments[2].equals("repair"));
        }

        /** Stronger than the defaults that Modulith brings, whose producer does not take a key of text. */
        private static Map<String, Object> settings(String... arguments) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("spring.kafka.bootstrap-servers", arguments[0]);
            settings.put("spring.kafka.producer.acks", "all");
            settings.put(
                    "spring.kafka.producer.key-serializer", "org.apache.kafka.common.serialization.StringSerializer");
            settings.put(
                    "spring.kafka.producer.value-serializer",
                    "org.springframework.kafka.support.serializer.JacksonJsonSerializer");
            settings.put("spring.datasource.url", arguments[1]);
            settings.put("spring.datasource.hikari.maximum-pool-size", AT_ONCE * 2);
            settings.put("spring.modulith.events.jdbc.schema-initialization.enabled", true);
            settings.put(
                    "spring.modulith.events.republish-outstanding-events-on-restart", arguments[2].equals("repair"));
            settings.put(
                    "lianzhi.standalone.without",
                    JournalOnly.WITHOUT_PAGES + ",org.lianzhi.journal,org.springframework.cloud,"
                            + "org.springframework.boot.mongodb,org.springframework.boot.data.mongodb");
            return settings;
        }

        private static void write(ConfigurableApplicationContext context, boolean repair) throws Exception {
            JdbcTemplate database = context.getBean(JdbcTemplate.class);
            database.execute("create table if not exists reports (id text primary key, json text)");
            OUT.println(READY);
            if (repair) {
                Waiting.forKill();
            }
            TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
            ApplicationEventPublisher events = context;
            ClosedLoop.perSecond(
                    AT_ONCE,
                    Duration.ofMinutes(5),
                    () -> transaction.executeWithoutResult(any -> {
                        Filed filed = new Filed(Renaming.newId(), Backlog.EVENT);
                        database.update("insert into reports values (?, ?)", filed.id(), filed.json());
                        events.publishEvent(filed);
                    }));
        }
    }
}
