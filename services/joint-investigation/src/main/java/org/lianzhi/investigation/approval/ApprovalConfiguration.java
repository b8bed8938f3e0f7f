package org.lianzhi.investigation.approval;

import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuildable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the lists of papers to what each side has on its desks. */
@Configuration
class ApprovalConfiguration {

    @Bean
    ReadModel<PaperLine> papersPut(ReadModels models, PaperLines projector) {
        return models.of(projector);
    }

    @Bean
    Rebuildable approvalModel(ReadModel<PaperLine> papersPut) {
        return new Rebuildable("approval", List.of("internal.supervision"), List.of(papersPut));
    }

    @Bean
    Consumer<Message<List<byte[]>>> approval(EventConsumers consumers, ReadModel<PaperLine> papersPut) {
        return consumers.projecting("approval", papersPut);
    }
}
