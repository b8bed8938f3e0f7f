package org.lianzhi.investigation.supervision;

import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuildable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the lists and the clock of supervision to each side's own records of it. */
@Configuration
class SupervisionConfiguration {

    @Bean
    ReadModel<SupervisionLine> instructionLines(ReadModels models, SupervisionLines projector) {
        return models.of(projector);
    }

    @Bean
    Rebuildable supervisionModel(ReadModel<SupervisionLine> instructionLines) {
        return new Rebuildable("supervision", List.of("internal.supervision"), List.of(instructionLines));
    }

    @Bean
    Consumer<Message<List<byte[]>>> supervision(
            EventConsumers consumers, ReadModel<SupervisionLine> instructionLines, Reminding reminding) {
        return consumers.projectingAndReacting("supervision", reminding, instructionLines);
    }
}
