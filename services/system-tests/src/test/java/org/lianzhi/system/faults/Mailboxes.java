package org.lianzhi.system.faults;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianzhi.system.faults.History.Attempt;
import org.lianzhi.system.faults.History.Outcome;
import org.lianzhi.test.MailServer;
import org.lianzhi.test.MailServer.Mail;

/**
 * What those who filed find in their mailboxes: one mail for each step of the office, known by its Message-ID. A mail cannot be
 * sent exactly once, so a second copy is counted, and only where a death makes it possible is one allowed.
 */
final class Mailboxes {

    private final MailServer server;
    private final int copiesAllowed;
    private int mails;
    private int copies;

    /** @param copiesAllowed of all mails of a round together */
    Mailboxes(MailServer server, int copiesAllowed) {
        this.server = server;
        this.copiesAllowed = copiesAllowed;
    }

    /** Looks at the mailboxes of this history: only whose report was released has been told something. */
    void look(History history, Set<String> missing, Set<String> duplicated) {
        Set<String> released = new HashSet<>();
        Map<String, List<Mail>> byAddress = server.mails().stream().collect(Collectors.groupingBy(Mail::recipient));
        history.with(Outcome.OK).stream()
                .filter(attempt -> !attempt.isFiling())
                .forEach(attempt -> released.add(attempt.report()));
        mails = 0;
        copies = 0;
        for (Attempt attempt : history.with(Outcome.OK)) {
            if (attempt.isFiling()) {
                String address = Load.address(attempt.key());
                List<Mail> got = byAddress.getOrDefault(address, List.of());
                long different = got.stream().map(Mail::id).distinct().count();
                mails += got.size();
                copies += got.size() - (int) different;
                int steps = released.contains(attempt.number()) ? 1 : 0;
                if (different < steps) {
                    missing.add("no mail to who filed " + attempt.number());
                } else if (different > steps) {
                    duplicated.add(different + " mails to who filed " + attempt.number());
                }
            }
        }
        if (copies > copiesAllowed) {
            duplicated.add(copies + " mails were sent once more");
        }
    }

    /** For the line of the round. */
    String words() {
        return "mails=" + mails + " sent_once_more=" + copies;
    }
}
