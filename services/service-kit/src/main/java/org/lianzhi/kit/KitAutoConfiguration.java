package org.lianzhi.kit;

import io.swagger.v3.oas.models.media.StringSchema;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.lianzhi.journal.KnownTypes;
import org.lianzhi.journal.OpenGaps;
import org.lianzhi.journal.ParkedCases;
import org.lianzhi.journal.Relay;
import org.lianzhi.journal.Resending;
import org.lianzhi.journal.UnknownTypes;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.WireTypes;
import org.lianzhi.territory.Territory;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;

/** Sets a service up so that everything is denied that it did not open. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        },
        afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@EnableConfigurationProperties(IdentityProperties.class)
public class KitAutoConfiguration {

    /** To whoever reaches a service, which listens inside only: nothing of it says anything about anybody. */
    private static final List<String> ALWAYS_OPEN = List.of(
            "/actuator/health",
            "/actuator/health/**",
            "/actuator/prometheus",
            "/v3/api-docs",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml");

    @Bean
    JwtDecoder jwtDecoder(IdentityProperties identity) {
        return Tokens.decoder(identity);
    }

    @Bean
    SecurityFilterChain serviceSecurity(
            HttpSecurity http,
            JwtDecoder decoder,
            ObjectProvider<PublicPaths> publicPaths,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        String[] open = Stream.concat(
                        ALWAYS_OPEN.stream(), publicPaths.stream().flatMap(paths -> paths.patterns().stream()))
                .toArray(String[]::new);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> jwt.decoder(decoder)).withObjectPostProcessor(new TokenFailures(problems)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
                                .accessDeniedHandler((request, response, denied) -> response.setStatus(404)))
                .build();
    }

    @Bean
    KnownTypes knownTypes() {
        return WireTypes::knows;
    }

    @Bean
    Operations operations(
            ParkedCases parked, OpenGaps gaps, UnknownTypes unknown, Relay relay, Resending resending, Clock clock) {
        return new Operations(parked, gaps, unknown, relay, resending, clock);
    }

    /** Agreements and maps: those of the operator's folder, else those that come with the program. */
    @Bean
    Territory territory(@Value("${lianzhi.territory.folder:}") String folder) {
        return Territory.inOrElseOwn(folder);
    }

    @Bean
    TerritoryOperations territoryOperations(Territory territory) {
        return new TerritoryOperations(territory);
    }

    @Bean
    Unhandled unhandled() {
        return new Unhandled();
    }

    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    WebMvcConfigurer kitArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(Arguments.signedIn());
                resolvers.add(Arguments.idempotencyKey());
                resolvers.add(Arguments.expectedVersion());
                resolvers.add(Arguments.awaited());
            }
        };
    }

    /** A field that nobody knows is a misunderstanding, and it may hold what should not have been sent. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** In place of Boot's own, which asks {@code hello}: the embedded store does not answer that. */
    @Bean
    HealthIndicator storeHealthIndicator(MongoTemplate mongo) {
        return () -> {
            mongo.executeCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(SignedIn.class, IdempotencyKey.class, ExpectedVersion.class, Awaited.class)
                .replaceWithSchema(Side.class, new StringSchema());
    }
}
