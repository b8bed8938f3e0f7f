package org.lianzhi.portal.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.RestClient;

class ServiceTest {

    private static void readFailing(ClientAuthorizationException failure) {
        RestClient client = RestClient.builder()
                .baseUrl("http://127.0.0.1:9")
                .requestInterceptor((request, body, execution) -> {
                    throw failure;
                })
                .build();
        new Service("report-intake", client).get(String.class, "/api/v1/reports");
    }

    private static ClientAuthorizationException renewing(String code) {
        return new ClientAuthorizationException(new OAuth2Error(code), "lianzhi");
    }

    private static void readRefused(boolean signedIn) {
        RestClient client = RestClient.builder()
                .baseUrl("http://127.0.0.1:9")
                .requestInterceptor((request, body, execution) -> {
                    if (signedIn) {
                        request.getHeaders().setBearerAuth("the-token");
                    }
                    return new MockClientHttpResponse(new byte[0], HttpStatus.UNAUTHORIZED);
                })
                .build();
        new Service("report-intake", client).get(String.class, "/api/v1/reports");
    }

    @Test
    void a_token_that_a_service_does_not_believe_says_nothing_of_what_is_there() {
        assertThatThrownBy(() -> readRefused(true)).isInstanceOf(Away.class);
        assertThatThrownBy(() -> readRefused(false)).isInstanceOf(NotThere.class);
    }

    @Test
    void a_provider_that_does_not_answer_is_away_and_only_a_token_that_is_over_ends_the_session() {
        assertThatThrownBy(() -> readFailing(renewing("invalid_token_response")))
                .isInstanceOf(Away.class);
        assertThatThrownBy(() -> readFailing(renewing("invalid_grant")))
                .isInstanceOf(ClientAuthorizationException.class);
        assertThatThrownBy(() -> readFailing(new ClientAuthorizationRequiredException("lianzhi")))
                .isInstanceOf(ClientAuthorizationRequiredException.class);
    }
}
