package org.lianzhi.intake.telling;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.vault.ReportEntry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.ComeBackLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends a mail without content to who has opted into mails: others may read the same mailbox, so it names no report, no
 * office and nothing that happened, only that there is something to read with the code.
 */
final class ReporterMails {

    private static final Logger LOG = LoggerFactory.getLogger(ReporterMails.class);
    private static final String BY_MAIL = "email";
    /** RFC 5321, 4.2.2 and 4.2.3: the server is about to close the connection. */
    private static final int SERVICE_NOT_AVAILABLE = 421;
    /** RFC 5321, 4.2.1: from here on an answer is for good. */
    private static final int FOR_GOOD = 500;

    private final JavaMailSender server;
    private final String from;
    private final String domain;
    private final @Nullable String page;
    private final ReportVault vault;
    private final VaultKeys keys;

    ReporterMails(JavaMailSender server, MailSettings settings, ReportVault vault, VaultKeys keys) {
        this.server = server;
        this.from = Objects.requireNonNull(settings.from(), "lianzhi.intake.mail.from");
        this.domain = domain(from);
        this.page = settings.page();
        this.vault = vault;
        this.keys = keys;
    }

    /** What became of a mail. */
    enum Outcome {
        /** Nobody has opted in, or what was said is erased. */
        NOBODY,
        /** The server has it, or will never take it for this address. */
        SETTLED,
        /** The server does not take it for now, as where it lists unknown senders grey or the mailbox is full. */
        NOT_NOW
    }

    /**
     * Sends one.
     *
     * @param event id of what is news: another try for the same event is the same mail to mail programs, by its Message-ID
     * @throws UncheckedIOException while the server is away or the vault is closed: both pass
     */
    Outcome send(String event, StreamId report) {
        try {
            return vault.open(report)
                    .map(ReportEntry::form)
                    .map(form -> {
                        ReportForm.Contact contact = form.contact();
                        return contact != null && contact.email() != null && contact.allows(BY_MAIL)
                                ? send(event, contact.email(), form.language())
                                : Outcome.NOBODY;
                    })
                    .orElse(Outcome.NOBODY);
        } catch (ComeBackLater closed) {
            throw new UncheckedIOException(new IOException(closed.code()));
        }
    }

    private Outcome send(String event, String address, @Nullable String language) {
        try {
            server.send(mail(event, address, language));
            return Outcome.SETTLED;
        } catch (MailSendException e) {
            return e.getFailedMessages().values().stream()
                    .filter(SendFailedException.class::isInstance)
                    .map(failed -> outcome((SendFailedException) failed))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> away(e));
        } catch (MailException e) {
            throw away(e);
        } catch (MessagingException e) {
            return refused();
        }
    }

    private MimeMessage mail(String event, String address, @Nullable String language) throws MessagingException {
        ResourceBundle words = ResourceBundle.getBundle(
                "intake.mail",
                Locale.forLanguageTag(Optional.ofNullable(language).orElse("zh-CN")));
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(address);
        mail.setSubject(words.getString("subject"));
        mail.setText(page == null ? words.getString("text") : MessageFormat.format(words.getString("text.page"), page));
        message.setHeader("Message-ID", messageId(event));
        return message;
    }

    /** Whoever knows the event, as the other side does, must not recognise it in somebody's mailbox. */
    private String messageId(String event) {
        byte[] digest = KeyedDigest.of(keys.tracking(), "mail", event);
        return "<" + HexFormat.of().formatHex(digest) + "@" + domain + ">";
    }

    /** At the start: later it would look as if each reporter's address were wrong. */
    static String domain(String from) {
        try {
            String address = new InternetAddress(from, true).getAddress();
            int at = address.indexOf('@');
            if (at < 0) {
                throw new AddressException("no domain", from);
            }
            return address.substring(at + 1);
        } catch (AddressException e) {
            throw new IllegalArgumentException("lianzhi.intake.mail.from is no address of a mailbox", e);
        }
    }

    /** Empty where it was not about this mail: the server goes away. */
    private static Optional<Outcome> outcome(SendFailedException failed) {
        for (Exception each = failed; each instanceof MessagingException one; each = one.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return outcome(address.getReturnCode(), address.getReturnCode() >= FOR_GOOD);
            }
            if (each instanceof SMTPSendFailedException other) {
                // It may as well be the office's own account or the words: that can be mended meanwhile.
                return outcome(other.getReturnCode(), false);
            }
        }
        return Optional.of(refused());
    }

    private static Optional<Outcome> outcome(int code, boolean forGood) {
        if (code == SERVICE_NOT_AVAILABLE) {
            return Optional.empty();
        }
        return Optional.of(forGood ? refused() : Outcome.NOT_NOW);
    }

    /** What the server says of an address names it, and belongs into no log. */
    private static Outcome refused() {
        LOG.warn("the mail server does not take one address");
        return Outcome.SETTLED;
    }

    /** Without its cause, which would name the address. */
    private static UncheckedIOException away(MailException e) {
        return new UncheckedIOException(
                new IOException("mail server: " + e.getClass().getSimpleName()));
    }
}
