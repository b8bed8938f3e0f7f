package org.lianzhi.investigation.access.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.lianzhi.investigation.access.domain.AccessCommand.End;
import org.lianzhi.investigation.access.domain.AccessCommand.Grant;
import org.lianzhi.investigation.access.domain.AccessCommand.Look;
import org.lianzhi.investigation.access.domain.AccessCommand.Matter;
import org.lianzhi.model.AccessEvent;
import org.lianzhi.model.AccessEvent.AccessEnded;
import org.lianzhi.model.AccessEvent.AccessGranted;
import org.lianzhi.model.AccessEvent.AccessUsed;
import org.lianzhi.model.RuleViolated;

/** An access has an end and a scope from the beginning; nothing makes it longer or wider, a new one is granted. */
final class AccessRules {

    /** What can be looked at: the list, a case's timeline, its file, its past, the proof of its records. */
    private static final Set<String> PARTS = Set.of("list", "timeline", "file", "as-of", "proof");

    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._][A-Za-z0-9._-]{0,63}");
    private static final int AUTHORITY_AT_LEAST = 2;
    private static final int AUTHORITY_AT_MOST = 200;
    private static final int WORDS_AT_LEAST = 5;
    private static final int WORDS_AT_MOST = 2000;

    private AccessRules() {}

    static List<AccessEvent> decide(Access access, AccessCommand command) {
        return switch (command) {
            case Grant grant -> grant(grant);
            case End end -> end(access, end);
            case Look look -> look(access, look);
        };
    }

    private static List<AccessEvent> grant(Grant grant) {
        String inspector = grant.inspector().strip();
        if (!PERSON.matcher(inspector).matches()) {
            throw new RuleViolated("access.inspector-unreadable");
        }
        String authority = words("authority", grant.authority(), AUTHORITY_AT_LEAST, AUTHORITY_AT_MOST);
        String reason = words("reason", grant.reason(), WORDS_AT_LEAST, WORDS_AT_MOST);
        requireTime(grant);
        boolean named = grant.agreement() == null;
        if (named) {
            requireCases(grant);
        } else {
            requirePeriod(grant);
        }
        return List.of(new AccessGranted(
                inspector,
                authority,
                reason,
                grant.cases(),
                grant.agreement(),
                grant.openedFrom(),
                grant.openedTo(),
                grant.from(),
                grant.until()));
    }

    private static void requireTime(Grant grant) {
        if (!grant.until().isAfter(grant.from())) {
            throw new RuleViolated("access.ends-before-it-begins");
        }
        if (!grant.until().isAfter(grant.at())) {
            throw new RuleViolated("access.end-passed");
        }
        Duration longest = grant.limits().longest();
        if (Duration.between(grant.from(), grant.until()).compareTo(longest) > 0) {
            throw new RuleViolated("access.too-long", longest.toDays());
        }
    }

    private static void requireCases(Grant grant) {
        if (grant.openedFrom() != null || grant.openedTo() != null) {
            throw new RuleViolated("access.scope-mixed");
        }
        if (grant.cases().isEmpty()) {
            throw new RuleViolated("access.scope-missing");
        }
        if (grant.cases().size() > grant.limits().cases()) {
            throw new RuleViolated("access.too-many-cases", grant.limits().cases());
        }
        if (!grant.known().containsAll(grant.cases())) {
            throw new RuleViolated("access.case-unknown");
        }
    }

    private static void requirePeriod(Grant grant) {
        if (!grant.cases().isEmpty()) {
            throw new RuleViolated("access.scope-mixed");
        }
        if (!grant.agreements().contains(grant.agreement())) {
            throw new RuleViolated("access.agreement-unknown");
        }
        LocalDate first = grant.openedFrom();
        LocalDate last = grant.openedTo();
        if (first == null || last == null) {
            throw new RuleViolated("access.scope-missing");
        }
        if (last.isBefore(first)) {
            throw new RuleViolated("access.period-backwards");
        }
    }

    private static List<AccessEvent> end(Access access, End end) {
        AccessGranted granted = access.grant().orElseThrow(() -> new RuleViolated("access.unknown"));
        if (access.ended() != null) {
            return List.of();
        }
        if (!end.at().isBefore(granted.until())) {
            throw new RuleViolated("access.over");
        }
        return List.of(new AccessEnded(words("reason", end.reason(), WORDS_AT_LEAST, WORDS_AT_MOST)));
    }

    /** One answer for all that is not granted: somebody else's, out of time, out of scope. */
    private static List<AccessEvent> look(Access access, Look look) {
        Matter matter = look.matter();
        boolean granted = access.runs(look.at())
                && PARTS.contains(look.part())
                && look.part().equals("list") == (matter == null)
                && access.grant()
                        .filter(grant -> grant.inspector().equals(look.inspector()))
                        .filter(grant ->
                                matter == null || grant.covers(matter.id(), matter.agreement(), matter.openedOn()))
                        .isPresent();
        if (!granted) {
            throw new RuleViolated("access.not-granted");
        }
        return List.of(new AccessUsed(matter == null ? null : matter.id(), look.part()));
    }

    private static String words(String field, String text, int atLeast, int atMost) {
        String stripped = text.strip();
        if (stripped.length() < atLeast) {
            throw new RuleViolated("access.words.too-short", field, atLeast);
        }
        if (stripped.length() > atMost) {
            throw new RuleViolated("access.words.too-long", field, atMost);
        }
        return stripped;
    }
}
