package org.lianzhi.notification;

import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuildable;
import org.lianzhi.notification.inbox.InboxPage;
import org.lianzhi.notification.inbox.Inboxes;
import org.lianzhi.notification.matter.Matter;
import org.lianzhi.notification.matter.Matters;
import org.lianzhi.notification.matter.Telling;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** The service. */
@SpringBootApplication
public class Notification {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Notification.class)
                .properties("spring.config.name=notification")
                .run(arguments);
    }

    @Bean
    ReadModel<Matter> matters(ReadModels models) {
        return models.of(new Matters());
    }

    @Bean
    ReadModel<InboxPage> inboxes(ReadModels models) {
        return models.of(new Inboxes());
    }

    @Bean
    Rebuildable mattersModel(ReadModel<Matter> matters) {
        return new Rebuildable(
                "tell", List.of("shared.cases", "internal.reports", "internal.supervision"), List.of(matters));
    }

    @Bean
    Rebuildable inboxesModel(ReadModel<InboxPage> inboxes) {
        return new Rebuildable("inbox", List.of("internal.notices"), List.of(inboxes));
    }

    /** Who takes part is learned first: then both ways in which the two can meet end in the same notice. */
    @Bean
    Consumer<Message<List<byte[]>>> tell(EventConsumers consumers, ReadModel<Matter> matters, Telling telling) {
        return consumers.projectingAndReacting("tell", telling, matters);
    }

    /** Own notices come back by their topic: who reads the inbox sees what is durable and was sent. */
    @Bean
    Consumer<Message<List<byte[]>>> inbox(EventConsumers consumers, ReadModel<InboxPage> inboxes) {
        return consumers.projecting("inbox", inboxes);
    }
}
