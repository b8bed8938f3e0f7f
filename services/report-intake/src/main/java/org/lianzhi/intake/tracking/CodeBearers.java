package org.lianzhi.intake.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.crowd.Admission;
import org.lianzhi.intake.domain.ReportCommand;
import org.lianzhi.intake.domain.ReportCommand.Times;
import org.lianzhi.intake.progress.CaseProgress;
import org.lianzhi.intake.progress.CaseProgresses;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.report.Step;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.tracking.TrackingCodes.Entry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.model.Actor;
import org.lianzhi.model.ReportEvent.CodeRenewed;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whoever comes with a code: which report it is for, and what they want done once. */
@Component
class CodeBearers {

    private static final int WORDS_AT_MOST = 2000;

    private final TrackingCodes codes;
    private final Reports reports;
    private final CaseProgresses progresses;
    private final VaultKeys keys;
    private final Claims claims;
    private final Clock clock;
    private final Admission admission;
    private final ReportVault vault;
    private final int mostStatements;

    CodeBearers(
            TrackingCodes codes,
            Reports reports,
            CaseProgresses progresses,
            VaultKeys keys,
            Claims claims,
            Clock clock,
            Admission admission,
            ReportVault vault,
            // No source says how often; this one is ours.
            @Value("${lianzhi.intake.statements}") int mostStatements) {
        this.codes = codes;
        this.reports = reports;
        this.progresses = progresses;
        this.keys = keys;
        this.claims = claims;
        this.clock = clock;
        this.admission = admission;
        this.vault = vault;
        this.mostStatements = mostStatements;
    }

    /**
     * A report and who has come with a code for it.
     *
     * @param following the step by which somebody else began to follow it; null for the reporter
     */
    record Bearer(ReportRecord record, @Nullable Step following) {}

    /** The report of a reporter. @throws NotForYou for an unknown code, and for one that only follows */
    ReportRecord reporter(@Nullable String typed, HttpServletRequest request) {
        Bearer bearer = find(typed, request);
        if (bearer.following() != null) {
            throw new NotForYou();
        }
        return bearer.record();
    }

    /** @throws NotForYou for an unknown code */
    Bearer find(@Nullable String typed, HttpServletRequest request) {
        String given = typed == null ? "" : typed.strip();
        String address = request.getRemoteAddr();
        Optional<TrackingSecret> secret = TrackingSecret.parse(given);
        if (secret.isPresent()) {
            return find(admission.toLookUp(address, null), () -> codes.find(secret.get()));
        }
        TrackingCode code = TrackingCode.parse(given).orElseThrow(() -> new RuleViolated("tracking.code-malformed"));
        return find(admission.toLookUp(address, code.beginning()), () -> codes.find(code));
    }

    /** The secret that was given together with a code. @throws NotForYou for an unknown code */
    @Nullable
    String secret(@Nullable String typed, HttpServletRequest request) {
        Bearer bearer = find(typed, request);
        String commit = bearer.following() == null
                ? bearer.record().codeCommit()
                : bearer.following().commit();
        return codes.secret(commit).map(TrackingSecret::text).orElse(null);
    }

    private Bearer find(Admission.Place place, Supplier<Optional<Entry>> search) {
        Bearer bearer = place.run(() -> search.get().flatMap(this::bearer)).orElseThrow(NotForYou::new);
        place.doesNotCount();
        return bearer;
    }

    /** Empty for a code in whose place there is a newer one, and for one whose commit was never written. */
    private Optional<Bearer> bearer(Entry entry) {
        ReportRecord record = reports.load(entry.report());
        if (entry.commit() == null
                ? record.last(CodeRenewed.class).isEmpty()
                : record.codeCommit().equals(entry.commit())) {
            return Optional.of(new Bearer(record, null));
        }
        return record.followers().stream()
                .filter(step -> step.commit().equals(entry.commit()))
                .findFirst()
                .map(step -> new Bearer(record, step));
    }

    /**
     * Claims an act of the reporter.
     *
     * @param parts everything that makes it this act; they are kept as a keyed digest only
     */
    Intent claim(StreamId stream, IdempotencyKey key, String... parts) {
        String[] all =
                Stream.concat(Stream.of(stream.toString()), Stream.of(parts)).toArray(String[]::new);
        byte[] digest = KeyedDigest.of(keys.tracking(), "answer", all);
        String actor = Actor.citizen(new Side(stream.side())).written();
        return claims.claim(actor, key.value(), HexFormat.of().formatHex(digest), now());
    }

    /** How often a reporter did the same, beside this act. */
    Times times(ReportRecord record, Intent intent, Predicate<Step> kind) {
        int earlier = (int) record.steps().stream()
                .filter(kind)
                .filter(step -> !step.commit().equals(intent.id()))
                .count();
        return new Times(earlier, mostStatements);
    }

    /** Words are sealed first, and only for what is going to be recorded. */
    Receipt say(ReportRecord record, Intent intent, String words, ReportCommand command) {
        // Sent again, it is found in the record with its words, and need not be possible any more.
        boolean recorded = record.has(intent.id()) || !reports.check(record, command);
        if (!recorded && !words.isEmpty()) {
            vault.putWords(record.stream(), intent.id(), words);
        }
        return reports.run(intent, record.stream(), OptionalLong.empty(), command);
    }

    @Nullable
    CaseProgress progress(ReportRecord record) {
        return record.caseId()
                .map(caseId -> progresses.of(caseId, record.stream().side()))
                .orElse(null);
    }

    Instant now() {
        return clock.instant();
    }

    static String words(@Nullable String typed) {
        String words = typed == null ? "" : typed.strip();
        if (words.length() > WORDS_AT_MOST) {
            throw new RuleViolated("tracking.words-too-long", WORDS_AT_MOST);
        }
        return words;
    }
}
