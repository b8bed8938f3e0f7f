package org.lianzhi.test;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lianzhi.embedded.Ports;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that really speaks SMTP, on the test's own machine. It can be away and it can refuse. */
public final class MailServer implements AutoCloseable {

    private static final int CLOSING = 421;

    private final int port = Ports.pick();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger takesBefore = new AtomicInteger();
    private @Nullable SMTPServer running;

    /**
     * What was delivered.
     *
     * @param id its Message-ID
     */
    public record Mail(String recipient, String id, MimeMessage message) {}

    /** Comes, or comes back, with what was delivered before. */
    public synchronized MailServer start() {
        running = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Delivery())
                .build();
        running.start();
        return this;
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    public int port() {
        return port;
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    public List<Mail> mailsTo(String address) {
        return mails.stream().filter(mail -> mail.recipient().equals(address)).toList();
    }

    /**
     * Answers some recipients with a code and takes what comes then.
     *
     * @param takes how many it takes before
     * @param code of SMTP, such as 450; with 421 it closes the connection, too
     * @param times how many it refuses
     */
    public void refuse(int takes, int code, int times) {
        takesBefore.set(takes);
        for (int i = 0; i < times; i++) {
            refusals.add(code);
        }
    }

    /** Refusals that nobody has met yet. */
    public int refusalsLeft() {
        return refusals.size();
    }

    private final class Delivery implements MessageHandler {

        private final Queue<String> recipients = new ArrayDeque<>();

        @Override
        public void from(String address) {}

        @Override
        public void recipient(String address) throws RejectException {
            if (!refusals.isEmpty() && takesBefore.getAndDecrement() <= 0) {
                Integer code = refusals.poll();
                if (code != null) {
                    throw code == CLOSING
                            ? new DropConnectionException(code, "closing")
                            : new RejectException(code, "not now, or not ever");
                }
            }
            recipients.add(address);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            try {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), data);
                for (String recipient : new ArrayList<>(recipients)) {
                    mails.add(new Mail(recipient, message.getMessageID(), message));
                }
                return null;
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void done() {}
    }
}
