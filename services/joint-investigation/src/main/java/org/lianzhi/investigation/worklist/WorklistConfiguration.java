package org.lianzhi.investigation.worklist;

import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuildable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the lists to both sides' records. */
@Configuration
class WorklistConfiguration {

    @Bean
    ReadModel<CaseLine> lines(ReadModels models, CaseLines projector) {
        return models.of(projector);
    }

    @Bean
    Rebuildable linesModel(ReadModel<CaseLine> lines) {
        return new Rebuildable("worklist", List.of("shared.cases", "internal.supervision"), List.of(lines));
    }

    @Bean
    Consumer<Message<List<byte[]>>> worklist(EventConsumers consumers, ReadModel<CaseLine> lines) {
        return consumers.projecting("worklist", lines);
    }
}
