package org.lianzhi.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** Connects a Spring test to {@link Backends}, with a database of its own, and lets it believe {@link TestTokens}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnBackends.Connection.class)
public @interface OnBackends {

    /** The settings of the connection. */
    class Connection implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Backends backends = Backends.started();
            Map<String, Object> settings = Map.of(
                    "spring.mongodb.uri", backends.store(),
                    "spring.mongodb.database", "test-" + UUID.randomUUID(),
                    "spring.kafka.bootstrap-servers", backends.brokers(),
                    "spring.cloud.stream.kafka.binder.brokers", backends.brokers(),
                    "lianzhi.identity.issuer", TestTokens.ISSUER,
                    "lianzhi.identity.jwk-set-uri", TestTokens.keys().toString());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("backends", settings));
        }
    }
}
