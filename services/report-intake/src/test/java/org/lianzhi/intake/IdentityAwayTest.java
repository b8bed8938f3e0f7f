package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianzhi.kit.IdentityProperties;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** While the identity provider is away, and has been since the start. */
@IntakeTest
@Import(IdentityAwayTest.Breaking.class)
class IdentityAwayTest {

    @LocalServerPort
    private int port;

    @TestBean
    private IdentityProperties identity = identity();

    /** Nobody listens there. */
    static IdentityProperties identity() {
        return new IdentityProperties("http://127.0.0.1:9", null, "lianzhi");
    }

    @RestController
    static class Breaking {

        @GetMapping("/api/v1/tracking/breaking")
        String breaking() {
            throw new StackOverflowError("as a parser does");
        }
    }

    @Test
    void a_token_that_cannot_be_checked_is_no_bad_one() {
        Api anybody = Api.anybody(port);

        Api.Answer later = anybody.as("hn", "431129-branch", "officer").get("/api/v1/reports/1");

        assertThat(later.status()).isEqualTo(503);
        assertThat(later.code()).as(later.text()).isEqualTo("identity.unavailable");
        assertThat(later.header("Retry-After")).isEqualTo("5");
        assertThat(later.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(anybody.get("/api/v1/reports/1").status()).isEqualTo(401);
    }

    @Test
    void what_breaks_inside_is_a_problem_of_ours() {
        Api.Answer broken = Api.anybody(port).get("/api/v1/tracking/breaking");

        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.code()).as(broken.text()).isEqualTo("internal");
    }

    @Test
    void what_is_refused_before_it_is_inside_is_a_problem_too() {
        Api.Answer refused = Api.anybody(port).get("/api/v1//reports");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).as(refused.text()).isEqualTo("request.invalid");
        assertThat(Api.anybody(port).get("/error").status()).isEqualTo(401);
    }
}
