package org.lianzhi.journal;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.DisconnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Lets a service start while the broker is away. Before it binds a consumer the binder asks for each topic's partitions, ten
 * times a minute each, on the thread that starts everything. Told at once that the broker does not answer, it gives up, and
 * Spring Cloud Stream binds later, again and again until it works.
 */
final class BindingsDoNotWait implements DefaultBinderFactory.Listener {

    /** How soon a binding is tried again, and how long an answer is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BooleanSupplier brokerAnswers;

    BindingsDoNotWait(BooleanSupplier brokerAnswers) {
        this.brokerAnswers = brokerAnswers;
    }

    @Override
    public void afterBinderContextInitialized(String binder, ConfigurableApplicationContext context) {
        context.getBeansOfType(KafkaTopicProvisioner.class)
                .values()
                .forEach(provisioner -> provisioner.setMetadataRetryOperations(new OnceAndOnlyIfItAnswers()));
    }

    private final class OnceAndOnlyIfItAnswers implements RetryOperations {

        private final RetryOperations once =
                new RetryTemplate(RetryPolicy.builder().maxRetries(0).build());

        @Override
        public <R extends @Nullable Object> R execute(Retryable<R> work) throws RetryException {
            if (!brokerAnswers.getAsBoolean()) {
                throw new RetryException("the broker is away", away());
            }
            return once.execute(work);
        }

        @Override
        public <R extends @Nullable Object> R invoke(Supplier<R> work) {
            if (!brokerAnswers.getAsBoolean()) {
                throw away();
            }
            return once.invoke(work);
        }

        @Override
        public void invoke(Runnable work) {
            invoke(() -> {
                work.run();
                return true;
            });
        }

        private static DisconnectException away() {
            return new DisconnectException("the broker is away");
        }
    }
}
