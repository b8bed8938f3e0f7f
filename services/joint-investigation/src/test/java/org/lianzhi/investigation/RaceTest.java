package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many at once. */
@InvestigationTest
class RaceTest {

    private static final int ROUNDS = 25;
    private static final int OFFICERS = 4;

    private final PublishedReports reports;

    @LocalServerPort
    private int port;

    RaceTest(@Autowired PublishedReports reports) {
        this.reports = reports;
    }

    @Test
    void of_many_who_saw_the_same_version_one_wins_each_round_and_nothing_else_is_stored() throws Exception {
        Bureau jianghua = joined();
        jianghua.acknowledge();
        try (ExecutorService officers = Executors.newFixedThreadPool(OFFICERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                String seen = "\"" + (2 + round) + "\"";
                List<Integer> statuses =
                        officers.invokeAll(Collections.nCopies(OFFICERS, proposal(jianghua, seen))).stream()
                                .map(Future::resultNow)
                                .sorted()
                                .toList();
                assertThat(statuses).containsExactly(201, 409, 409, 409);
            }
        }
        assertThat(jianghua.page().path("versions").path("hn").asInt()).isEqualTo(2 + ROUNDS);
        assertThat(jianghua.page().path("inspections").size()).isEqualTo(ROUNDS);
    }

    @Test
    void both_sides_write_at_once_without_meeting() throws Exception {
        Bureau jianghua = joined();
        Bureau fuchuan = Bureau.fuchuan(Api.anybody(port), jianghua.caseId());
        jianghua.acknowledge();
        fuchuan.acknowledge();
        try (ExecutorService officers = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses =
                    officers.invokeAll(List.of(rounds(proposal(jianghua, "")), rounds(proposal(fuchuan, "")))).stream()
                            .map(Future::resultNow)
                            .toList();
            assertThat(statuses).containsExactly(ROUNDS, ROUNDS);
        }
        assertThat(jianghua.page().path("versions").path("hn").asInt()).isEqualTo(2 + ROUNDS);
        assertThat(jianghua.page().path("versions").path("gx").asInt()).isEqualTo(2 + ROUNDS);
    }

    /** How many of the rounds created something. */
    private static Callable<Integer> rounds(Callable<Integer> one) {
        return () -> {
            int created = 0;
            for (int round = 0; round < ROUNDS; round++) {
                created += one.call() == 201 ? 1 : 0;
            }
            return created;
        };
    }

    private static Callable<Integer> proposal(Bureau bureau, String seen) {
        String[] headers = seen.isEmpty() ? new String[0] : new String[] {"If-Match", seen};
        return () -> bureau.api()
                .post(
                        "/api/v1/cases/" + bureau.caseId() + "/inspections",
                        Bureau.key(),
                        "{\"startsAt\":\"2026-01-01T00:00:00Z\",\"meetingPoint\":{\"name\":\"farm\"},\"purpose\":\"See"
                                + " it\"}",
                        headers)
                .status();
    }

    private Bureau joined() {
        Bureau jianghua = Bureau.jianghua(Api.anybody(port), reports.accept().caseId());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(jianghua.api()
                                .get("/api/v1/cases/" + jianghua.caseId())
                                .json()
                                .path("versions")
                                .size())
                        .isEqualTo(2));
        return jianghua;
    }
}
