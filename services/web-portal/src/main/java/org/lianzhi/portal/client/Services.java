package org.lianzhi.portal.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
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
        JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECTING).build());
        http.setReadTimeout(addresses.patience());
        return RestClient.builder()
                .requestFactory(http)
                .requestInterceptor(Services::onBehalf)
                .requestInterceptor(token(registrations, clients));
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
