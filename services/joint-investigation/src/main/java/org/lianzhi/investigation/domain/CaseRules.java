package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/** Sends a command to the rules of its feature, and holds what is common to all of them. */
final class CaseRules {

    static final int WORDS_AT_LEAST = 5;
    static final int WORDS_AT_MOST = 4000;

    /** As in the published schemas. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final int CODE_AT_MOST = 64;

    /** Further ahead no deadline lies; a time a million years away breaks the pages and the store. */
    private static final int YEARS_AHEAD = 10;

    private static final LocalDate FIRST_DAY = LocalDate.of(1949, 1, 1);

    private CaseRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand command) {
        if (!(command instanceof CaseCommand.Open)) {
            requireParty(joint, side);
        }
        return switch (command) {
            case CaseCommand.AboutTakingPart taking -> TakingPartRules.decide(joint, side, taking);
            case CaseCommand.AboutJurisdiction jurisdiction -> JurisdictionRules.decide(joint, side, jurisdiction);
            case CaseCommand.AboutInspection inspection -> InspectionRules.decide(joint, side, inspection);
            case CaseCommand.AboutSample sample -> SampleRules.decide(joint, side, sample);
            case CaseCommand.AboutFinding finding -> FindingRules.decide(joint, side, finding);
            case CaseCommand.AboutRectification order -> RectificationRules.decide(joint, side, order);
            case CaseCommand.AboutAfterCheck check -> AfterCheckRules.decide(joint, side, check);
            case CaseCommand.AboutDisposition disposition -> DispositionRules.decide(joint, side, disposition);
            case CaseCommand.AboutEmergency emergency -> EmergencyRules.decide(joint, side, emergency);
            case CaseCommand.AboutPaper paper -> PaperRules.decide(joint, side, paper);
            case CaseCommand.AboutContext context -> ContextRules.decide(joint, side, context);
            case CaseCommand.AboutClosure closure -> ClosureRules.decide(joint, side, closure);
            case CaseCommand.AboutSilence silence -> SilenceRules.decide(joint, side, silence);
        };
    }

    private static void requireParty(JointCase joint, Side side) {
        if (joint.opening().isEmpty()) {
            throw new RuleViolated("case.unknown");
        }
        if (!joint.parties().contains(side)) {
            throw new RuleViolated("case.not-a-party", side);
        }
    }

    /** Whoever adds something to the matter takes part, in a case that is open and that the own side has not signed. */
    static void requireAtWork(JointCase joint, Side side) {
        requireOpen(joint, side);
        switch (joint.recordOf(side).stand()) {
            case ACKNOWLEDGED -> {}
            case DECLINED -> throw new RuleViolated("case.declined");
            case NOT_JOINED, ASKED, SILENT -> throw new RuleViolated("case.not-acknowledged");
        }
    }

    /** The side need not have acknowledged, but its record has begun and it did not decline. */
    static void requireBegun(JointCase joint, Side side) {
        switch (joint.recordOf(side).stand()) {
            case ASKED, SILENT, ACKNOWLEDGED -> {}
            case DECLINED -> throw new RuleViolated("case.declined");
            case NOT_JOINED -> throw new RuleViolated("case.not-acknowledged");
        }
    }

    static void requireOpen(JointCase joint, Side side) {
        Closure closure = Closure.of(joint);
        if (closure.isClosed()) {
            throw new RuleViolated("case.closed");
        }
        if (closure.signatureOf(side).isPresent()) {
            throw new RuleViolated("case.closure.signed");
        }
        if (Silence.isConcluded(joint, side)) {
            throw new RuleViolated("case.record-concluded");
        }
    }

    /** Whether nobody can be waited for: the other side declined, or let its time pass. */
    static boolean isAlone(JointCase joint, Side side) {
        return switch (joint.other(side).stand()) {
            case DECLINED, SILENT -> true;
            case NOT_JOINED, ASKED, ACKNOWLEDGED -> false;
        };
    }

    static boolean hasDeclined(JointCase joint, Side side) {
        return joint.recordOf(side).is(Stand.DECLINED);
    }

    /** Words that the other side is to understand. */
    static String words(String field, String text, int atLeast) {
        String stripped = text.strip();
        if (stripped.length() < atLeast) {
            throw new RuleViolated("case.words.too-short", field, atLeast);
        }
        if (stripped.length() > WORDS_AT_MOST) {
            throw new RuleViolated("case.words.too-long", field, WORDS_AT_MOST);
        }
        return stripped;
    }

    /**
     * Which codes there are is for the pages to know; what the other side could not read as a code is none.
     *
     * @param refusal code of the rule
     */
    static void requireCode(String text, String refusal) {
        if (text.length() > CODE_AT_MOST || !CODE.matcher(text).matches()) {
            throw new RuleViolated(refusal);
        }
    }

    static void requireWithinReach(LocalDate day, LocalDate today) {
        if (day.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new RuleViolated("case.in-the-future", today.plusYears(YEARS_AHEAD));
        }
        if (day.isBefore(FIRST_DAY)) {
            throw new RuleViolated("case.too-long-ago", FIRST_DAY);
        }
    }

    /** An instant can lie where no date is. */
    static void requireWithinReach(Instant time, Instant now) {
        Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(YEARS_AHEAD).toInstant();
        if (time.isAfter(latest)) {
            throw new RuleViolated("case.in-the-future", latest);
        }
        if (time.isBefore(FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            throw new RuleViolated("case.too-long-ago", FIRST_DAY);
        }
    }

    static String reasons(String text) {
        return words("reasons", text, WORDS_AT_LEAST);
    }

    static void requireSame(String promised, String given) {
        if (!promised.equals(given)) {
            throw new RuleViolated("case.digest-differs");
        }
    }
}
