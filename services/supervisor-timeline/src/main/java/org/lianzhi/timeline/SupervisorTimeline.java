package org.lianzhi.timeline;

import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuilding;
import org.lianzhi.timeline.board.CaseSummaries;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.board.ReportLink;
import org.lianzhi.timeline.board.ReportLinks;
import org.lianzhi.timeline.record.RecordPage;
import org.lianzhi.timeline.record.RecordPages;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** The service. */
@SpringBootApplication
public class SupervisorTimeline {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(SupervisorTimeline.class)
                .properties("spring.config.name=supervisor-timeline")
                .run(arguments);
    }

    @Bean
    ReadModel<RecordPage> recordPages(ReadModels models) {
        return models.of(new RecordPages());
    }

    @Bean
    ReadModel<CaseSummary> caseSummaries(ReadModels models) {
        return models.of(new CaseSummaries());
    }

    @Bean
    ReadModel<ReportLink> reportLinks(ReadModels models) {
        return models.of(new ReportLinks());
    }

    @Bean
    Consumer<Message<List<byte[]>>> timeline(
            EventConsumers consumers,
            ReadModel<RecordPage> recordPages,
            ReadModel<CaseSummary> caseSummaries,
            ReadModel<ReportLink> reportLinks) {
        return consumers.projecting("timeline", recordPages, reportLinks, caseSummaries);
    }

    /** One command rebuilds everything: start with {@code --lianzhi.rebuild=true}. The service answers all the while. */
    @Bean
    @ConditionalOnProperty("lianzhi.rebuild")
    ApplicationListener<ApplicationReadyEvent> rebuildAtStart(
            Rebuilding rebuilding,
            JournalProperties journal,
            ReadModel<RecordPage> recordPages,
            ReadModel<CaseSummary> caseSummaries,
            ReadModel<ReportLink> reportLinks) {
        return ready -> Thread.ofPlatform()
                .name("rebuild")
                .daemon()
                .start(() ->
                        rebuilding.rebuild("timeline", journal.consumes(), recordPages, reportLinks, caseSummaries));
    }
}
