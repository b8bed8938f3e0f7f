package org.lianzhi.journal;

import java.time.Duration;
import java.util.Map;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Lets a service start while the broker is away. Before it binds a consumer the binder asks for the topic's partitions, ten
 * times a minute each, on the thread that starts everything. Asked once and briefly, it gives up, and Spring Cloud Stream
 * binds later, again and again until it works.
 */
final class BindingsDoNotWait implements DefaultBinderFactory.Listener {

    /** How long the consumers of a service may hold up its start each, and how soon their binding is tried again. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public void afterBinderContextInitialized(String binder, ConfigurableApplicationContext context) {
        Map<String, KafkaTopicProvisioner> provisioners = context.getBeansOfType(KafkaTopicProvisioner.class);
        provisioners
                .values()
                .forEach(provisioner -> provisioner.setMetadataRetryOperations(
                        new RetryTemplate(RetryPolicy.builder().maxRetries(0).build())));
    }
}
