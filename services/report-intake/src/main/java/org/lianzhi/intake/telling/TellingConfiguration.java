package org.lianzhi.intake.telling;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.journal.EventConsumers;
import org.lianzhi.journal.Reaction;
import org.springframework.beans.factory.ObjectProvider;
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
    Consumer<Message<List<byte[]>>> tellingReporters(
            EventConsumers consumers,
            ObjectProvider<JavaMailSender> mails,
            MailSettings settings,
            ReportVault vault,
            MongoDatabaseFactory database,
            Clock clock) {
        JavaMailSender server = mails.getIfAvailable();
        Reaction telling =
                server == null ? event -> {} : new TellingReporters(server, settings, vault, database, clock);
        return consumers.reacting("telling", telling);
    }
}
