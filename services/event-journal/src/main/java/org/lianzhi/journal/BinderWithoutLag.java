package org.lianzhi.journal;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBinderMetrics;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Takes the binder's figure of lag away before anything is bound. A second after each binding it makes a consumer, holding
 * its map and waiting for its lock; whoever ends the service then holds that lock and waits for the map, and both wait for
 * ever (Spring Cloud Stream 5.0.2). Its setting turns the figure off, but not this work. Nothing here reads the figure.
 */
final class BinderWithoutLag implements DefaultBinderFactory.Listener {

    @Override
    public void afterBinderContextInitialized(String binder, ConfigurableApplicationContext context) {
        if (context instanceof BeanDefinitionRegistry definitions) {
            for (String figure : context.getBeanNamesForType(KafkaBinderMetrics.class)) {
                definitions.removeBeanDefinition(figure);
            }
        }
    }
}
