package org.lianzhi.timeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.evidence.EvidenceProperties;
import org.lianzhi.evidence.KeptCheckpoint;
import org.lianzhi.evidence.KeptCheckpoints;
import org.lianzhi.evidence.KeptReading;
import org.lianzhi.evidence.KnownKeys;
import org.lianzhi.evidence.Refusals;
import org.lianzhi.evidence.command.VerifyCommand;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuildable;
import org.lianzhi.timeline.board.CaseSummaries;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.board.DesignatedOffice;
import org.lianzhi.timeline.board.DesignatedOffices;
import org.lianzhi.timeline.board.ReportLink;
import org.lianzhi.timeline.board.ReportLinks;
import org.lianzhi.timeline.figures.CaseCourse;
import org.lianzhi.timeline.figures.CaseCourses;
import org.lianzhi.timeline.inspector.AccessLine;
import org.lianzhi.timeline.inspector.AccessLines;
import org.lianzhi.timeline.notice.ToldNotice;
import org.lianzhi.timeline.notice.ToldNotices;
import org.lianzhi.timeline.record.PageStore;
import org.lianzhi.timeline.record.RecordPage;
import org.lianzhi.timeline.record.RecordPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** The service. */
@SpringBootApplication
@EnableConfigurationProperties(EvidenceProperties.class)
public class SupervisorTimeline {

    private static final String NAME = "supervisor-timeline";

    public static void main(String[] arguments) {
        if (VerifyCommand.isAsked(arguments)) {
            System.exit(VerifyCommand.run(
                    NAME, List.of(VerifyCommand.TIMELINE), (store, sides) -> new PageStore(store), arguments));
        }
        new SpringApplicationBuilder(SupervisorTimeline.class)
                .properties("spring.config.name=" + NAME)
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
    ReadModel<CaseCourse> caseCourses(ReadModels models) {
        return models.of(new CaseCourses());
    }

    @Bean
    ReadModel<AccessLine> accessLines(ReadModels models) {
        return models.of(new AccessLines());
    }

    @Bean
    ReadModel<ToldNotice> toldNotices(ReadModels models) {
        return models.of(new ToldNotices());
    }

    @Bean
    ReadModel<DesignatedOffice> designatedOffices(ReadModels models) {
        return models.of(new DesignatedOffices());
    }

    @Bean
    KnownKeys knownKeys(EvidenceProperties settings) {
        return new KnownKeys(settings.known());
    }

    @Bean
    ReadModel<KeptCheckpoint> keptCheckpoints(ReadModels models, KnownKeys keys, ObjectProvider<MeterRegistry> meters) {
        return models.of(
                new KeptCheckpoints(List.of(VerifyCommand.TIMELINE), new Refusals(keys, meters.getIfAvailable())));
    }

    @Bean
    KeptReading keptReading(ReadModel<KeptCheckpoint> keptCheckpoints, KnownKeys keys) {
        return new KeptReading(VerifyCommand.TIMELINE, keptCheckpoints, keys);
    }

    /** In this order: who sees a case leave the board of what is open finds it among all. */
    @Bean
    Rebuildable timelineModels(
            JournalProperties journal,
            ReadModel<RecordPage> recordPages,
            ReadModel<ReportLink> reportLinks,
            ReadModel<CaseCourse> caseCourses,
            ReadModel<CaseSummary> caseSummaries,
            ReadModel<AccessLine> accessLines,
            ReadModel<ToldNotice> toldNotices,
            ReadModel<DesignatedOffice> designatedOffices,
            ReadModel<KeptCheckpoint> keptCheckpoints) {
        return new Rebuildable(
                "timeline",
                journal.consumes(),
                List.of(
                        recordPages,
                        reportLinks,
                        caseCourses,
                        caseSummaries,
                        accessLines,
                        toldNotices,
                        designatedOffices,
                        keptCheckpoints));
    }

    @Bean
    Consumer<Message<List<byte[]>>> timeline(EventConsumers consumers, Rebuildable timelineModels) {
        return consumers.projecting(timelineModels);
    }
}
