package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Verdicts on records in plain words. */
@Component
class VerdictWords {

    static final int CASES_PER_PAGE = 20;

    private final Words words;

    VerdictWords(Words words) {
        this.words = words;
    }

    Verification.Chain of(String caseId, TimelineView.Chain chain) {
        return new Verification.Chain(
                chain.side(),
                chain.commits(),
                chain.head(),
                chain.brokenAt(),
                chain.problem() == null ? null : "verify.problem." + chain.problem(),
                chain.provenUpTo() == null ? 0 : chain.provenUpTo(),
                chain.known().stream().map(this::proof).toList(),
                CasePaths.of(caseId) + "/proof/" + chain.side());
    }

    private String proof(TimelineView.Proof proof) {
        String what = words.say(
                "verify.witness." + proof.kind(),
                words.side(proof.sourceSide()),
                proof.number(),
                words.sayOr("verify.holder." + proof.holder(), words.side(proof.holder())));
        return at(what, proof.at());
    }

    private String at(String what, @Nullable Instant at) {
        return at == null ? what : words.say("verify.witness.at", what, words.moment(at));
    }

    /** @param page from 0, as the service counts */
    RecordsPage page(TimelineView.Records records, Instant now) {
        Paging paging = Paging.of(records.page() + 1, CASES_PER_PAGE, records.total());
        return new RecordsPage(
                records.cases().stream()
                        .flatMap(each -> each.records().stream()
                                .map(chain -> new RecordsPage.Line(
                                        "/supervision/cases/" + each.id(),
                                        words.caseNumber(each.id()),
                                        words.title(each.category(), null),
                                        Boolean.TRUE.equals(each.synthetic()),
                                        of(each.id(), chain))))
                        .toList(),
                paging.pages("/supervision/records"),
                records.checkpoints().stream().map(this::signing).toList(),
                now);
    }

    private RecordsPage.Signing signing(TimelineView.Checkpoints checkpoints) {
        List<String> keys = checkpoints.keys().stream()
                .map(key -> words.say("records.key", key.thumbprint(), key.from()))
                .toList();
        List<String> refused = checkpoints.refused().stream()
                .map(one -> at(
                        words.say(
                                "records.refused.one",
                                one.number(),
                                words.sayOr("records.refused." + one.reason(), one.reason())),
                        one.at()))
                .toList();
        return new RecordsPage.Signing(checkpoints.side(), checkpoints.last(), checkpoints.at(), keys, refused);
    }
}
