package org.lianzhi.intake.telling;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Reaction;
import org.lianzhi.kit.Store;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.CodeRenewed;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeConfirmed;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportMerged;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.ReportVerified;
import org.lianzhi.model.ReportEvent.ReviewAnswered;
import org.lianzhi.model.wire.EventJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends a mail without content to who has opted into mails: others may read the same mailbox, so it names no report, no
 * office and nothing that happened, only that there is something to read with the code. Sent at least once: after a fall
 * between the sending and its mark a second time. While the mail server is away it is waited for.
 */
final class TellingReporters implements Reaction {

    private static final Logger LOG = LoggerFactory.getLogger(TellingReporters.class);
    private static final String BY_MAIL = "email";

    private final JavaMailSender mails;
    private final String from;
    private final @Nullable String page;
    private final Duration worth;
    private final ReportVault vault;
    private final MongoCollection<Document> told;
    private final Clock clock;

    TellingReporters(
            JavaMailSender mails,
            MailSettings settings,
            ReportVault vault,
            MongoDatabaseFactory database,
            Clock clock) {
        this.mails = mails;
        this.from = Objects.requireNonNull(settings.from(), "lianzhi.intake.mail.from");
        this.page = settings.page();
        this.worth = settings.worth();
        this.vault = vault;
        this.told = Store.collection(database, "told");
        this.clock = clock;
    }

    @Override
    public void on(IncomingEvent event) {
        if (!event.stream().kind().equals("report")
                || event.at().plus(worth).isBefore(clock.instant())
                || !isNews(EventJson.read(event.type(), event.data()).orElse(null))
                || told.find(Filters.eq("_id", event.id())).first() != null) {
            return;
        }
        vault.open(event.stream()).ifPresent(entry -> {
            ReportForm.Contact contact = entry.form().contact();
            if (contact != null && contact.email() != null && contact.allows(BY_MAIL)) {
                send(contact.email(), entry.form().language());
                Store.insertIfAbsent(told, new Document("_id", event.id()).append("at", Date.from(clock.instant())));
            }
        });
    }

    /** What the reporter did is no news to them. */
    private static boolean isNews(@Nullable PublishedEvent event) {
        return event instanceof ReportAccepted
                || event instanceof ReportNotAccepted
                || event instanceof AcceptedAsCrossBorder
                || event instanceof ReportReplied
                || event instanceof ReviewAnswered
                || event instanceof InformationRequested
                || event instanceof ReportMerged
                || event instanceof OutcomeConfirmed
                || event instanceof ReportTransferred
                || event instanceof ReportVerified
                || event instanceof CodeRenewed;
    }

    private void send(String address, @Nullable String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "intake.mail",
                Locale.forLanguageTag(Optional.ofNullable(language).orElse("zh-CN")));
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(address);
        mail.setSubject(words.getString("subject"));
        mail.setText(page == null ? words.getString("text") : MessageFormat.format(words.getString("text.page"), page));
        try {
            mails.send(mail);
        } catch (MailSendException e) {
            if (e.getFailedMessages().values().stream().noneMatch(SendFailedException.class::isInstance)) {
                throw away(e);
            }
            // The server is there and does not take this address. What it says of it names it, and belongs into no log.
            LOG.warn("the mail server did not take one address");
        } catch (MailException e) {
            throw away(e);
        }
    }

    /** Without its cause, which would name the address. */
    private static UncheckedIOException away(MailException e) {
        return new UncheckedIOException(
                new IOException("mail server: " + e.getClass().getSimpleName()));
    }
}
