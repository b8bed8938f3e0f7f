package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whoever could not send a report changes a word and sends it again. */
@IntakeTest
@Import(FilingAgainTest.Failing.class)
class FilingAgainTest {

    private static final AtomicBoolean FAILS = new AtomicBoolean();

    @LocalServerPort
    private int port;

    @Test
    void a_photo_of_a_report_that_came_to_nothing_is_filed_with_the_next(@Autowired MongoTemplate store) {
        Api citizen = Api.anybody(port);
        String photo = citizen.upload("/api/v1/uploads", "a.jpg", Bodies.photo())
                .json()
                .path("id")
                .asString();
        FAILS.set(true);
        assertThat(citizen.post("/api/v1/reports", Bodies.report("Brown watr", photo))
                        .status())
                .isEqualTo(503);

        Api.Answer tooSoon = citizen.post("/api/v1/reports", Bodies.report("Brown water", photo));
        assertThat(tooSoon.status()).isEqualTo(503);
        assertThat(tooSoon.code()).isEqualTo("report.under-way");
        store.getCollection("uploads")
                .updateOne(
                        Filters.eq("_id", photo),
                        Updates.set("at", Date.from(Instant.now().minusSeconds(60))));
        Api.Answer filed = citizen.post("/api/v1/reports", Bodies.report("Brown water", photo));

        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        String report = "/api/v1/reports/" + filed.json().path("number").asString();
        Api officer = citizen.as("hn", "431129-branch", "officer");
        Bodies.opened(officer, report);
        assertThat(officer.get(report + "/photos/" + photo).status()).isEqualTo(200);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Failing {

        @Bean
        static BeanPostProcessor failingJournal() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Journal journal ? new FailingOnce(journal) : bean;
                }
            };
        }
    }

    private record FailingOnce(Journal journal) implements Journal {

        @Override
        public EventStream load(StreamId stream) {
            return journal.load(stream);
        }

        @Override
        public Map<StreamId, EventStream> load(Collection<StreamId> streams) {
            return journal.load(streams);
        }

        @Override
        public Map<StreamId, Head> heads(String kind, String side) {
            return journal.heads(kind, side);
        }

        @Override
        public void assertIsAll(EventStream loaded) {
            journal.assertIsAll(loaded);
        }

        @Override
        public Commit append(EventStream loaded, Draft draft) {
            if (FAILS.getAndSet(false)) {
                throw new MongoTimeoutException("away");
            }
            return journal.append(loaded, draft);
        }
    }
}
