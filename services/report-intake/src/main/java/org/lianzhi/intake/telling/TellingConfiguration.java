package org.lianzhi.intake.telling;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.Reaction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.messaging.Message;

/** Without a mail server what is new is passed over. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class TellingConfiguration {

    @Bean
    Consumer<Message<List<byte[]>>> tellingReporters(EventConsumers consumers, ObjectProvider<TellingReporters> mails) {
        Reaction telling = mails.getIfAvailable();
        return consumers.reacting("telling", telling == null ? event -> {} : telling);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("spring.mail.host")
    static class ByMail {

        @Bean
        ReporterMails reporterMails(JavaMailSender server, MailSettings settings, ReportVault vault, VaultKeys keys) {
            return new ReporterMails(server, settings, vault, keys);
        }

        @Bean
        MailMarks mailMarks(MongoDatabaseFactory database, Clock clock) {
            return new MailMarks(database, clock);
        }

        @Bean
        TellingReporters reportersAreTold(ReporterMails mails, MailMarks marks, MailSettings settings, Clock clock) {
            return new TellingReporters(mails, marks, settings.worth(), clock);
        }

        @Bean
        MailsAgain mailsAgain(ReporterMails mails, MailMarks marks, MailSettings settings, Clock clock) {
            return new MailsAgain(mails, marks, settings.again(), clock);
        }
    }
}
