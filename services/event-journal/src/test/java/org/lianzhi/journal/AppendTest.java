package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianzhi.test.Backends;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** What an append says when the store does not, and that nothing is there twice or in part. */
class AppendTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");
    private static final String OFFICER = "hn/431129-branch/officer/p-1";
    private static final int LARGEST = 1000;

    private final MongoDatabaseFactory database = TestStore.newDatabase();
    private final List<Commit> appended = new ArrayList<>();
    private final List<String> unsure = new ArrayList<>();
    private final Journal journal = journal(new TestStore.Faults() {});
    private final Claims claims = new Claims(database);
    private final StreamId stream = new StreamId("case", UUID.randomUUID().toString(), "hn");

    @Test
    void an_insert_that_happened_although_the_connection_broke_is_found_and_is_the_outcome() {
        Journal broken = journal(new TestStore.Faults() {
            @Override
            public void afterInsert() {
                throw connectionLost();
            }
        });

        Commit commit = broken.append(broken.load(stream), draft("one"));

        assertThat(journal.load(stream).commits()).containsExactly(commit);
        assertThat(appended).containsExactly(commit);
    }

    @Test
    void an_insert_that_did_not_happen_is_tried_again() {
        AtomicInteger tries = new AtomicInteger();
        Journal broken = journal(new TestStore.Faults() {
            @Override
            public void beforeInsert() {
                if (tries.incrementAndGet() < 3) {
                    throw connectionLost();
                }
            }
        });

        broken.append(broken.load(stream), draft("one"));

        assertThat(journal.load(stream).version()).isEqualTo(1);
        assertThat(tries).hasValue(3);
    }

    @Test
    void who_took_the_place_meanwhile_is_not_taken_for_oneself() {
        EventStream empty = journal.load(stream);
        Journal slow = journal(new TestStore.Faults() {
            @Override
            public void beforeInsert() {
                if (journal.load(stream).version() == 0) {
                    journal.append(empty, draft("faster"));
                }
                throw connectionLost();
            }
        });

        assertThatThrownBy(() -> slow.append(empty, draft("slower"))).isInstanceOf(StreamConflict.class);
        assertThat(journal.load(stream).commits()).extracting(Commit::commitId).containsExactly("faster");
    }

    /** Deciding again would find it there for ever, and waiting does not mend it. */
    @ParameterizedTest
    @MethodSource("altered")
    void a_document_that_says_that_it_stands_elsewhere_is_neither_a_faster_writer_nor_a_store_that_is_away(
            Bson altered) {
        EventStream upToIt = new EventStream(stream, List.of(journal.append(journal.load(stream), draft("one"))));
        journal.append(upToIt, draft("two"));
        database.getMongoDatabase().getCollection("journal").updateOne(Filters.eq("_id", stream + "/2"), altered);

        for (ThrowingCallable command : List.<ThrowingCallable>of(
                () -> journal.append(upToIt, draft("three")),
                () -> journal.append(upToIt, draft("two")),
                () -> journal.assertIsAll(upToIt))) {
            assertThatThrownBy(command)
                    .hasMessageContaining(stream + "/2")
                    .isInstanceOfSatisfying(
                            RuntimeException.class,
                            failure -> assertThat(Failures.isInfrastructure(failure))
                                    .isFalse());
        }
    }

    static List<Bson> altered() {
        return List.of(Updates.set("version", 7L), Updates.set("streamId", "case-another@hn"));
    }

    @Test
    void an_outcome_that_cannot_be_found_out_is_never_said_to_be_one_and_the_relay_looks_later() {
        AtomicInteger inserted = new AtomicInteger();
        Journal broken = journal(new TestStore.Faults() {
            @Override
            public void afterInsert() {
                inserted.incrementAndGet();
                throw connectionLost();
            }

            @Override
            public void beforeFind() {
                if (inserted.get() > 0) {
                    throw new MongoTimeoutException("the store is away");
                }
            }
        });
        EventStream empty = broken.load(stream);

        assertThatThrownBy(() -> broken.append(empty, draft("one"))).isInstanceOf(StoreUnavailable.class);
        assertThat(appended).isEmpty();
        assertThat(unsure).containsExactly(stream + "/1");

        assertThat(journal.append(empty, draft("one")))
                .as("the same again is the first one")
                .isEqualTo(journal.load(stream).commits().getFirst());
        assertThat(journal.load(stream).version()).isEqualTo(1);
    }

    @Test
    void a_store_that_stays_away_is_no_outcome_either() {
        Journal broken = journal(new TestStore.Faults() {
            @Override
            public void beforeInsert() {
                throw connectionLost();
            }
        });
        assertThatThrownBy(() -> broken.append(broken.load(stream), draft("one")))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(journal.load(stream).version()).isZero();
        assertThat(appended).isEmpty();
    }

    @Test
    void what_no_record_of_the_broker_can_hold_is_refused_before_anything_is_written() {
        EventStream empty = journal.load(stream);
        // 3 bytes each in UTF-8: what counts is bytes, not characters.
        EventData fits = new EventData("case.noted.v1", "水".repeat(LARGEST / 3));
        EventData large = new EventData("case.noted.v1", "水".repeat(LARGEST / 3 + 1));

        assertThatThrownBy(() -> journal.append(empty, draft("one", fits, large)))
                .isInstanceOf(CommitTooLarge.class);
        assertThat(journal.load(stream).version()).isZero();

        journal.append(empty, draft("one", fits));
        assertThat(journal.load(stream).version()).isEqualTo(1);
    }

    @Test
    void a_commit_that_no_document_can_hold_is_refused_too_although_each_of_its_events_is_small() {
        Journal generous = new MongoJournal(database, 900_000, MongoJournal.Outcomes.IGNORED);
        EventData large = new EventData("case.noted.v1", "x".repeat(900_000));

        assertThatThrownBy(() -> generous.append(
                        generous.load(stream),
                        draft("one", Collections.nCopies(20, large).toArray(EventData[]::new))))
                .isInstanceOf(CommitTooLarge.class);
        assertThat(journal.load(stream).version()).isZero();
    }

    @Test
    void a_command_decides_again_on_what_others_wrote_but_not_for_ever() {
        AtomicInteger decided = new AtomicInteger();
        Commands commands = new Commands(journal, claims);

        assertThatThrownBy(() -> commands.run(intent("slow"), stream, List.of(), loaded -> {
                    int now = decided.incrementAndGet();
                    journal.append(journal.load(stream), draft("faster-" + now));
                    journal.append(journal.load(stream), draft("faster-still-" + now));
                    return List.of(event());
                }))
                .isInstanceOfSatisfying(
                        StreamConflict.class,
                        conflict -> assertThat(conflict.actual())
                                .as("what is there now, not what was there when it lost")
                                .isEqualTo(journal.load(stream).version()));
        assertThat(decided.get()).isBetween(2, 10);
        assertThat(journal.load(stream).find("slow")).isEmpty();
    }

    /** As after an election, when a load does not show yet what is there. */
    @Test
    void that_there_is_nothing_to_do_is_not_said_of_an_old_state() {
        AtomicInteger decided = new AtomicInteger();

        Commands.Receipt receipt = new Commands(journal, claims).run(intent("same"), stream, List.of(), loaded -> {
            if (decided.incrementAndGet() == 1) {
                journal.append(journal.load(stream), draft("undone"));
                return List.of();
            }
            return List.of(event());
        });

        assertThat(decided).hasValue(2);
        assertThat(receipt).isEqualTo(new Commands.Receipt(stream, 2, false));
    }

    @Test
    void who_named_a_version_is_not_decided_for_again_and_is_told_what_is_there_now() {
        AtomicInteger decided = new AtomicInteger();
        Commands commands = new Commands(journal, claims);

        assertThatThrownBy(() -> commands.run(intent("slow"), stream, List.of(), OptionalLong.of(0), loaded -> {
                    decided.incrementAndGet();
                    journal.append(journal.load(stream), draft("faster"));
                    journal.append(journal.load(stream), draft("faster-still"));
                    return List.of(event());
                }))
                .isInstanceOfSatisfying(StreamConflict.class, conflict -> {
                    assertThat(conflict.expected()).isZero();
                    assertThat(conflict.actual()).isEqualTo(2);
                });
        assertThat(decided).hasValue(1);
    }

    @Test
    void a_repeated_command_gets_the_first_answer_and_is_not_decided_again() {
        Commands commands = new Commands(journal, claims);
        Commands.Receipt first = commands.run(intent("same"), stream, List.of(), loaded -> List.of(event()));
        journal.append(journal.load(stream), draft("later"));

        Commands.Receipt again = commands.run(intent("same"), stream, List.of(), OptionalLong.of(0), loaded -> {
            throw new AssertionError("it was decided before");
        });

        assertThat(again).isEqualTo(new Commands.Receipt(stream, first.version(), true));
    }

    /** Such as a link that is there already: somebody may undo it before the command comes again. */
    @Test
    void a_repeated_command_that_had_nothing_to_do_has_nothing_to_do_whatever_others_did_since() {
        Commands commands = new Commands(journal, claims);
        Intent first = claims.claim(OFFICER, "key", "link", AT);
        commands.run(first, stream, List.of(), loaded -> List.of());
        journal.append(journal.load(stream), draft("undone"));

        Intent again = claims.claim(OFFICER, "key", "link", AT.plusSeconds(60));
        Commands.Receipt receipt = commands.run(again, stream, List.of(), OptionalLong.of(0), loaded -> {
            throw new AssertionError("it was decided before");
        });

        assertThat(receipt).isEqualTo(new Commands.Receipt(stream, 1, true));
        assertThat(again.at()).isEqualTo(AT);
    }

    @Test
    void that_there_was_nothing_to_do_in_one_record_says_nothing_of_another() {
        Commands commands = new Commands(journal, claims);
        StreamId other = new StreamId("case", stream.id(), "gx");
        commands.run(claims.claim(OFFICER, "key", "link", AT), stream, List.of(), loaded -> List.of());

        Intent again = claims.claim(OFFICER, "key", "link", AT);
        assertThat(commands.run(again, other, List.of(), loaded -> List.of(event())))
                .isEqualTo(new Commands.Receipt(other, 1, false));
    }

    @Test
    void a_claim_from_before_outcomes_were_kept_in_it_is_decided() {
        Intent claimed = claims.claim(OFFICER, "key", "link", AT);
        assertThat(database.getMongoDatabase().getCollection("claims").find().first())
                .as("as it was always written")
                .containsOnlyKeys("_id", "command", "claimedAt");

        Intent again = claims.claim(OFFICER, "key", "link", AT);
        assertThat(again).isEqualTo(claimed);
        assertThat(new Commands(journal, claims).run(again, stream, List.of(), loaded -> List.of(event())))
                .isEqualTo(new Commands.Receipt(stream, 1, false));
    }

    @Test
    void a_command_whose_answer_was_lost_is_done_once_when_it_is_sent_again() {
        AtomicInteger inserts = new AtomicInteger();
        Journal broken = journal(new TestStore.Faults() {
            @Override
            public void afterInsert() {
                inserts.incrementAndGet();
                throw connectionLost();
            }

            @Override
            public void beforeFind() {
                if (inserts.get() == 1) {
                    throw new MongoTimeoutException("the store is away");
                }
            }
        });
        Commands commands = new Commands(broken, claims);
        assertThatThrownBy(() -> commands.run(intent("same"), stream, List.of(), loaded -> List.of(event())))
                .isInstanceOf(StoreUnavailable.class);
        inserts.set(0);

        assertThat(commands.run(intent("same"), stream, List.of(), loaded -> List.of(event())))
                .isEqualTo(new Commands.Receipt(stream, 1, true));
    }

    @Test
    void a_claim_that_is_there_and_not_visible_yet_is_not_taken_for_another_command() {
        new Claims(database).claim(OFFICER, "key", "command", AT);
        Claims lagging = new Claims(TestStore.faulty(database, new TestStore.Faults() {
            @Override
            public void beforeFind() {
                database.getMongoDatabase().getCollection("claims").drop();
            }
        }));

        assertThatThrownBy(() -> lagging.claim(OFFICER, "key", "command", AT)).isInstanceOf(StoreUnavailable.class);
    }

    /** Whatever the connection string says: asserted on what goes over the wire. */
    @Test
    void writes_are_majority_and_journaled_and_reads_see_only_what_will_stay() {
        List<BsonDocument> sent = Collections.synchronizedList(new ArrayList<>());
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(
                        Backends.started().store() + "/?w=0&readConcernLevel=local&readPreference=secondaryPreferred"))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        sent.add(event.getCommand().clone());
                    }
                })
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            MongoDatabaseFactory careless = new SimpleMongoClientDatabaseFactory(client, "careless");
            Journal theirs = new MongoJournal(careless, LARGEST, MongoJournal.Outcomes.IGNORED);
            theirs.append(theirs.load(stream), draft("one"));
            theirs.assertIsAll(theirs.load(stream));
            new Claims(careless).claim(OFFICER, "key-" + stream, "command", AT);
            RelayMarks marks = new RelayMarks(careless);
            marks.mark(theirs.load(stream).commits(), AT);
        }
        assertThat(sent)
                .filteredOn(command -> command.containsKey("insert") || command.containsKey("update"))
                .hasSize(3)
                .allSatisfy(command -> assertThat(command.get("writeConcern"))
                        .isEqualTo(BsonDocument.parse("{w: 'majority', j: true}")));
        assertThat(sent)
                .filteredOn(command -> command.containsKey("find"))
                .allSatisfy(command -> assertThat(command.toJson()).doesNotContain("secondary"))
                .extracting(command -> command.get("readConcern"))
                .contains(BsonDocument.parse("{level: 'majority'}"))
                .containsOnlyOnce(BsonDocument.parse("{level: 'linearizable'}"))
                .containsOnly(BsonDocument.parse("{level: 'majority'}"), BsonDocument.parse("{level: 'linearizable'}"));
    }

    private Journal journal(TestStore.Faults faults) {
        return new MongoJournal(TestStore.faulty(database, faults), LARGEST, new MongoJournal.Outcomes() {
            @Override
            public void durable(Commit commit) {
                appended.add(commit);
            }

            @Override
            public void unsure(StreamId unknown, long version) {
                unsure.add(unknown + "/" + version);
            }
        });
    }

    private static MongoSocketReadException connectionLost() {
        return new MongoSocketReadException("connection lost", new ServerAddress());
    }

    private static Intent intent(String id) {
        return new Intent(id, "cause", OFFICER, AT);
    }

    private static EventData event() {
        return new EventData("case.noted.v1", "{}");
    }

    private static Draft draft(String commitId, EventData... events) {
        return new Draft(
                commitId, "cause", OFFICER, AT, Map.of(), events.length == 0 ? List.of(event()) : List.of(events));
    }
}
