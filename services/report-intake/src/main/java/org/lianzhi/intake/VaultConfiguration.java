package org.lianzhi.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Predicate;
import org.lianzhi.intake.filing.FilingReport;
import org.lianzhi.intake.keeping.Keeping;
import org.lianzhi.intake.keeping.Register;
import org.lianzhi.intake.keeping.RegisterMark;
import org.lianzhi.intake.secret.KeyFolder;
import org.lianzhi.intake.tracking.TrackingCodes;
import org.lianzhi.intake.vault.AccessLog;
import org.lianzhi.intake.vault.AccessReviews;
import org.lianzhi.intake.vault.Openings;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Rotation;
import org.lianzhi.intake.vault.SealedPieces;
import org.lianzhi.intake.vault.Sweeping;
import org.lianzhi.intake.vault.Uploads;
import org.lianzhi.intake.vault.Vault;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Pieces;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/** The vault and what is kept by hash only. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class VaultConfiguration {

    @Bean
    VaultKeys vaultKeys(@Value("${lianzhi.vault.keys}") Path folder, MongoDatabaseFactory database) {
        return new VaultKeys(new KeyFolder(folder), database);
    }

    @Bean
    Vault vault(VaultKeys keys, MongoDatabaseFactory database) {
        return new Vault(keys, database);
    }

    @Bean
    Uploads uploads(Vault vault, MongoDatabaseFactory database, Journal journal) {
        return new Uploads(vault, database, filed(journal));
    }

    private static Predicate<StreamId> filed(Journal journal) {
        return report -> journal.load(report).version() > 0;
    }

    @Bean
    Pieces pieces(Vault vault, MongoDatabaseFactory database) {
        return SealedPieces.in(vault, database);
    }

    @Bean
    Register register(@Value("${lianzhi.vault.register}") Path folder, JsonMapper json, MongoDatabaseFactory database) {
        return new Register(folder, json, new RegisterMark(database));
    }

    @Bean
    ReportVault reportVault(Vault vault, MongoDatabaseFactory database, JsonMapper json, Register register) {
        return new ReportVault(vault, database, json, register::isErased);
    }

    @Bean
    Keeping keeping(Register register, ReportVault vault) {
        return new Keeping(register, vault);
    }

    @Bean
    Rotation rotation(VaultKeys keys, Vault vault) {
        return new Rotation(keys, vault);
    }

    @Bean
    AccessLog accessLog(MongoDatabaseFactory database, Clock clock) {
        return new AccessLog(database, clock);
    }

    @Bean
    Openings openings(MongoDatabaseFactory database) {
        return new Openings(database);
    }

    @Bean
    AccessReviews accessReviews(MongoDatabaseFactory database) {
        return new AccessReviews(database);
    }

    @Bean
    Sweeping sweeping(Uploads uploads, Pieces pieces, ReportVault reports, Journal journal, Clock clock) {
        return new Sweeping(uploads, pieces, reports, filed(journal), clock);
    }

    @Bean
    TrackingCodes trackingCodes(VaultKeys keys, IntakeSettings settings, MongoDatabaseFactory database) {
        return new TrackingCodes(keys, settings.hash(), database);
    }

    @Bean
    FilingReport.Sealed sealed(VaultKeys keys, ReportVault vault, Uploads uploads, TrackingCodes codes) {
        return new FilingReport.Sealed(keys, vault, uploads, codes);
    }
}
