package org.lianzhi.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.crowd.Admission;
import org.lianzhi.intake.designation.Designated;
import org.lianzhi.intake.designation.Designations;
import org.lianzhi.intake.domain.Codes;
import org.lianzhi.intake.domain.FilingRules;
import org.lianzhi.intake.domain.ReportRules;
import org.lianzhi.intake.filing.FilingReport;
import org.lianzhi.intake.keeping.Keeping;
import org.lianzhi.intake.keeping.Retention;
import org.lianzhi.intake.place.Routing;
import org.lianzhi.intake.progress.CaseProgresses;
import org.lianzhi.intake.progress.SideProgress;
import org.lianzhi.intake.progress.SideProgresses;
import org.lianzhi.intake.report.Promises;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.tracking.Contradicting;
import org.lianzhi.intake.triage.Covering;
import org.lianzhi.intake.triage.Deciding;
import org.lianzhi.intake.triage.DecisionClock;
import org.lianzhi.intake.triage.Guarding;
import org.lianzhi.intake.triage.Looking;
import org.lianzhi.intake.triage.OwnReports;
import org.lianzhi.intake.triage.Releasing;
import org.lianzhi.intake.triage.Suggesting;
import org.lianzhi.intake.triage.Viewing;
import org.lianzhi.intake.vault.AccessLog;
import org.lianzhi.intake.vault.Openings;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Uploads;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.intake.worklist.Desk;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuildable;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.kit.PublicPaths;
import org.lianzhi.media.PhotoLimits;
import org.lianzhi.media.Photos;
import org.lianzhi.territory.Territory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
@ConfigurationPropertiesScan("org.lianzhi.intake.triage")
class IntakeConfiguration {

    @Bean
    Codes codes(IntakeSettings settings) {
        return settings.codes();
    }

    @Bean
    Photos photos(IntakeSettings settings) {
        Duration later = settings.crowd().comeBackAfter();
        return new Photos(PhotoLimits.DEFAULT, () -> ComeBackLater.unavailable("service.crowded", later));
    }

    @Bean
    Admission admission(IntakeSettings settings, VaultKeys keys, Clock clock) {
        return new Admission(settings.crowd(), keys::tracking, clock);
    }

    @Bean
    Routing routing(Territory territory, IntakeSettings settings) {
        return new Routing(territory, settings.fallback());
    }

    @Bean
    Reports reports(Journal journal, Commands commands, Codes codes) {
        return new Reports(journal, commands, new ReportRules(codes));
    }

    @Bean
    FilingReport filingReport(
            Codes codes,
            Routing routing,
            FilingReport.Sealed sealed,
            Reports reports,
            Claims claims,
            JsonMapper json,
            Clock clock,
            IntakeSettings settings) {
        return new FilingReport(
                new FilingRules(codes), routing, sealed, reports, claims, json, clock, settings.photos());
    }

    @Bean
    Looking looking(Desk desk, Openings openings, AccessLog access, Codes codes, IntakeSettings settings, Clock clock) {
        return new Looking(desk, openings, access, codes, settings.openedFor(), clock);
    }

    @Bean
    OwnReports ownReports(Reports reports) {
        return new OwnReports(reports);
    }

    @Bean
    Deciding deciding(Reports reports, Claims claims, Clock clock, JsonMapper json) {
        return new Deciding(reports, claims, clock, json);
    }

    @Bean
    Promises promises(Territory territory) {
        return new Promises(territory);
    }

    @Bean
    Guarding guarding(ReportVault vault, Territory territory, Routing routing) {
        return new Guarding(vault, territory, routing);
    }

    @Bean
    Viewing viewing(
            ReportVault vault,
            Territory territory,
            Routing routing,
            Guarding guarding,
            Keeping keeping,
            Covering covering,
            ReadModel<BoardEntry> board) {
        return new Viewing(
                vault, routing, new Suggesting(territory, routing), guarding, keeping, covering, territory, board);
    }

    @Bean
    Retention retention(
            Keeping keeping,
            Reports reports,
            ReadModel<BoardEntry> board,
            CaseProgresses cases,
            Territory territory,
            JournalProperties journal,
            @Value("${lianzhi.vault.retention:}") @Nullable Period keep,
            Clock clock) {
        return new Retention(keeping, reports, board, cases, territory, journal.sides(), keep, clock);
    }

    @Bean
    Covering covering(ReportVault vault, Uploads uploads, Photos photos) {
        return new Covering(vault, uploads, photos);
    }

    @Bean
    Releasing releasing(ReportVault vault, Territory territory, Covering covering) {
        return new Releasing(vault, territory, covering);
    }

    @Bean
    ReadModel<BoardEntry> board(ReadModels models) {
        return models.of(new Board());
    }

    @Bean
    Desk desk(MongoDatabaseFactory database) {
        return new Desk(database);
    }

    @Bean
    ReadModel<SideProgress> sideProgress(ReadModels models) {
        return models.of(new SideProgresses());
    }

    @Bean
    CaseProgresses caseProgresses(ReadModel<SideProgress> sideProgress, JournalProperties journal) {
        return new CaseProgresses(sideProgress, journal.knownSides());
    }

    @Bean
    Consumer<Message<List<byte[]>>> reportBoard(
            EventConsumers consumers, ReadModel<BoardEntry> board, DecisionClock clock, Contradicting contradicting) {
        return consumers
                .projecting("report-board", board)
                .andThen(consumers.reacting("decision-clock", clock))
                .andThen(consumers.reacting("contradiction", contradicting));
    }

    @Bean
    Consumer<Message<List<byte[]>>> caseProgress(EventConsumers consumers, ReadModel<SideProgress> sideProgress) {
        return consumers.projecting("case-progress", sideProgress);
    }

    @Bean
    ReadModel<Designated> designationsOfCases(ReadModels models) {
        return models.of(new Designations());
    }

    @Bean
    Consumer<Message<List<byte[]>>> designations(EventConsumers consumers, ReadModel<Designated> designationsOfCases) {
        return consumers.projecting("designations", designationsOfCases);
    }

    @Bean
    Rebuildable designationsModel(ReadModel<Designated> designationsOfCases) {
        return new Rebuildable("designations", List.of("internal.supervision"), List.of(designationsOfCases));
    }

    @Bean
    Rebuildable reportBoardModel(ReadModel<BoardEntry> board) {
        return new Rebuildable("report-board", List.of("internal.reports"), List.of(board));
    }

    @Bean
    Rebuildable caseProgressModel(ReadModel<SideProgress> sideProgress) {
        return new Rebuildable("case-progress", List.of("shared.cases"), List.of(sideProgress));
    }

    /**
     * What a citizen needs, who has no account. The list of reports stands under the same path as filing one: it asks for
     * a signed-in officer itself.
     */
    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(List.of(
                "/api/v1/codes",
                "/api/v1/uploads",
                "/api/v1/uploads/*",
                "/api/v1/reports",
                "/api/v1/tracking",
                "/api/v1/tracking/*",
                "/api/v1/matters",
                "/api/v1/matters/*"));
    }
}
