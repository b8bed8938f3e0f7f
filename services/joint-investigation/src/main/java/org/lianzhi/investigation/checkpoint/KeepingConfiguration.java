package org.lianzhi.investigation.checkpoint;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.evidence.EvidenceProperties;
import org.lianzhi.evidence.KeptCheckpoint;
import org.lianzhi.evidence.KeptCheckpoints;
import org.lianzhi.evidence.KnownKeys;
import org.lianzhi.evidence.Refusals;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuildable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Each hosted side keeps the checkpoints of every other side, in documents of its own. */
@Configuration
@EnableConfigurationProperties(EvidenceProperties.class)
class KeepingConfiguration {

    @Bean
    KnownKeys knownKeys(EvidenceProperties settings) {
        return new KnownKeys(settings.known());
    }

    @Bean
    ReadModel<KeptCheckpoint> keptCheckpoints(
            ReadModels models, JournalProperties hosted, KnownKeys keys, ObjectProvider<MeterRegistry> meters) {
        return models.of(new KeptCheckpoints(hosted.sides(), new Refusals(keys, meters.getIfAvailable())));
    }

    @Bean
    Rebuildable keptCheckpointsModel(ReadModel<KeptCheckpoint> keptCheckpoints) {
        return new Rebuildable("keeping", List.of("shared.checkpoints"), List.of(keptCheckpoints));
    }

    @Bean
    Consumer<Message<List<byte[]>>> keeping(EventConsumers consumers, ReadModel<KeptCheckpoint> keptCheckpoints) {
        return consumers.projecting("keeping", keptCheckpoints);
    }
}
