package org.lianzhi.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "spring.config.name=web-portal")
@AutoConfigureMockMvc
class PortalSecurityTest {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private List<SecurityFilterChain> chains;

    @Test
    void there_is_exactly_one_filter_chain() {
        assertThat(chains).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/help", "/privacy", "/accessibility", "/portal/css/portal.css", "/portal/js/page.js"})
    void a_citizen_opens_it_without_an_account_and_without_a_session(String path) {
        var page = pages.get().uri(path).exchange();
        assertThat(page).hasStatusOk();
        assertThat(page.getRequest().getSession(false)).isNull();
    }

    /** Each session is kept for an hour. */
    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/session/expired", "/report/photos?first", "/report/photos", "/staff/live"})
    void looking_around_costs_no_session(String path) {
        var page = pages.get().uri(path).accept(MediaType.TEXT_HTML).exchange();
        assertThat(page.getRequest().getSession(false)).isNull();
    }

    @Test
    void sign_in_leads_back_to_the_page_that_was_asked_for() {
        var page = pages.get()
                .uri("/staff/worklist?view=mine")
                .accept(MediaType.TEXT_HTML)
                .exchange();
        var request = page.getRequest();
        assertThat(Objects.requireNonNull(new HttpSessionRequestCache().getRequest(request, page.getResponse()))
                        .getRedirectUrl())
                .contains("/staff/worklist?view=mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff", "/staff/worklist", "/staff/cases/1", "/supervision"})
    void a_staff_page_leads_to_sign_in(String path) {
        assertThat(pages.get().uri(path)).hasStatus3xxRedirection().hasRedirectedUrl("/oauth2/authorization/lianzhi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing/here",
                "/session/expired",
                "/session/stale",
                "/actuator",
                "/actuator/prometheus",
                "/webjars/other/a.js"
            })
    void what_is_not_listed_does_not_exist_for_anybody(String path) {
        assertThat(pages.get().uri(path)).hasStatus(404);
        assertThat(pages.get().uri(path).with(officer())).hasStatus(404);
    }

    @Test
    void what_is_forbidden_looks_like_what_does_not_exist() {
        assertThat(pages.get().uri("/supervision").with(officer())).hasStatus(404);
        assertThat(pages.get().uri("/staff/none-such").with(officer())).hasStatus(404);
    }

    @Test
    void the_policy_allows_no_inline_script_and_no_frame() {
        assertThat(pages.get().uri("/"))
                .headers()
                .hasValue("Referrer-Policy", "same-origin")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' data: blob:; font-src 'none'; object-src 'none';"
                                + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' http://localhost:9000");
    }

    @Test
    void the_kept_form_can_be_sent_after_sign_in_because_its_token_still_holds() {
        var before = pages.get().uri("/").exchange();
        var token = tokenCookie(before);
        var typed = hiddenToken(before);

        var answer = pages.post()
                .uri("/staff/none-such")
                .cookie(token)
                .param("_csrf", typed)
                .with(officer())
                .exchange();

        assertThat(answer)
                .as("past the token check, at a page that is not there")
                .hasStatus(404);
    }

    @Test
    void signing_out_needs_our_token() {
        var page = pages.get().uri("/").exchange();
        var signOut = pages.post().uri("/sign-out").with(officer()).cookie(tokenCookie(page));

        assertThat(signOut).hasForwardedUrl("/session/stale");
        assertThat(signOut.param("_csrf", hiddenToken(page))).hasStatus3xxRedirection();
    }

    private static Cookie tokenCookie(MvcTestResult page) {
        return Objects.requireNonNull(page.getResponse().getCookie("LIANZHI_CSRF"), "no token was set");
    }

    /** The masked token, as a form of the page would carry it. */
    private static String hiddenToken(MvcTestResult page) {
        var token = (CsrfToken) Objects.requireNonNull(page.getRequest().getAttribute("_csrf"));
        return token.getToken();
    }

    private static OidcLoginRequestPostProcessor officer() {
        return oidcLogin()
                .idToken(token -> token.claim("name", "李明").claim("side", "hn").claim("roles", List.of("officer")))
                .authorities(new SimpleGrantedAuthority("ROLE_OFFICER"));
    }
}
