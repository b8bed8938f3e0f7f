package org.lianzhi.portal.client;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The services as beans, by name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceAddresses.class)
class Services {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final int SERVICES = 4;
    /** Requests to one service: as many as Tomcat has threads, so that none waits for a connection. */
    private static final int AT_ONCE = 200;

    @Bean
    Service reportIntake(RestClient.Builder asWhoIsSignedIn, ServiceAddresses addresses) {
        return service("report-intake", asWhoIsSignedIn, addresses);
    }

    @Bean
    Service jointInvestigation(RestClient.Builder asWhoIsSignedIn, ServiceAddresses addresses) {
        return service("joint-investigation", asWhoIsSignedIn, addresses);
    }

    @Bean
    Service notification(RestClient.Builder asWhoIsSignedIn, ServiceAddresses addresses) {
        return service("notification", asWhoIsSignedIn, addresses);
    }

    @Bean
    Service supervisorTimeline(RestClient.Builder asWhoIsSignedIn, ServiceAddresses addresses) {
        return service("supervisor-timeline", asWhoIsSignedIn, addresses);
    }

    private static Service service(String name, RestClient.Builder builder, ServiceAddresses addresses) {
        return new Service(name, builder.clone().baseUrl(addresses.of(name)).build());
    }

    @Bean
    RestClient.Builder asWhoIsSignedIn(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository clients,
            ServiceAddresses addresses) {
        return RestClient.builder()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(client(addresses.patience())))
                .requestInterceptor(Services::onBehalf)
                .requestInterceptor(token(registrations, clients));
    }

    /**
     * Does nothing by itself that a browser would: follows no redirect, keeps no cookie, and never waits in order to ask
     * again. Only a read whose kept connection turns out to be closed is sent once more.
     */
    private static CloseableHttpClient client(Duration patience) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(AT_ONCE)
                        .setMaxConnTotal(AT_ONCE * SERVICES)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECTING))
                                .setSocketTimeout(Timeout.of(patience))
                                .build())
                        .build())
                .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, TimeValue.ZERO_MILLISECONDS) {
                    @Override
                    public boolean retryRequest(HttpResponse answer, int times, HttpContext context) {
                        return false;
                    }
                })
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Services limit how often somebody may ask: each person by the own address, not all of them by the portal's. */
    private static ClientHttpResponse onBehalf(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked) {
            request.getHeaders().set("X-Forwarded-For", asked.getRequest().getRemoteAddr());
        }
        return execution.execute(request, body);
    }

    /** Adds the person's token, and gets a new one when it runs out; citizens have none. */
    private static OAuth2ClientHttpRequestInterceptor token(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository clients) {
        OAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(registrations, clients);
        OAuth2ClientHttpRequestInterceptor interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
        interceptor.setClientRegistrationIdResolver(request ->
                SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken token
                        ? token.getAuthorizedClientRegistrationId()
                        : null);
        return interceptor;
    }
}
