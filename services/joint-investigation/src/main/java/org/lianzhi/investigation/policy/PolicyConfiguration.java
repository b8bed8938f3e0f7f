package org.lianzhi.investigation.policy;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.investigation.casework.CaseAgreements;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuildable;
import org.lianzhi.territory.Territory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the policies to what they listen to. */
@Configuration
class PolicyConfiguration {

    @Bean
    ReadModel<ReportLink> reportLinks(ReadModels models) {
        return models.of(new ReportLinks());
    }

    @Bean
    Rebuildable reportLinksModel(ReadModel<ReportLink> links) {
        return new Rebuildable("reports", List.of("internal.reports"), List.of(links));
    }

    /** First the link, then the reaction: a later event of the same report finds it. */
    @Bean
    Consumer<Message<List<byte[]>>> reports(
            EventConsumers consumers,
            ReadModel<ReportLink> links,
            Casework casework,
            CaseStreams streams,
            Territory territory,
            Clock clock) {
        return consumers.projectingAndReacting(
                "reports", new ReportPolicies(casework, streams, links, territory, clock), links);
    }

    @Bean
    Consumer<Message<List<byte[]>>> cases(
            EventConsumers consumers,
            Casework casework,
            CaseStreams streams,
            Deadlines deadlines,
            Territory territory,
            CaseAgreements agreements,
            Clock clock) {
        return consumers.reacting(
                "cases", new CasePolicies(casework, streams, deadlines, territory, agreements, clock));
    }
}
