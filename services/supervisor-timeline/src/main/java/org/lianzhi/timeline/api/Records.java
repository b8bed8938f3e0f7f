package org.lianzhi.timeline.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.evidence.KeptReading;
import org.lianzhi.evidence.KnownKeys;
import org.lianzhi.evidence.Proof;
import org.lianzhi.evidence.Seal;
import org.lianzhi.evidence.SignedWord;
import org.lianzhi.evidence.domain.RecordCheck;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.evidence.domain.Verdict;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Paged;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.Role;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.record.Received;
import org.lianzhi.timeline.record.RecordPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the records of cases are as they were written, who can prove it, and the proof to take away. */
@RestController
@RequestMapping("/api/v1")
class Records {

    private static final int MOST_PER_PAGE = 50;
    private static final Set<String> CHECKED = Set.of("timeline");
    private static final Set<String> PROOF = Set.of("proof");

    private final ReadModel<RecordPage> pages;
    private final KeptReading kept;
    private final KnownKeys keys;
    private final Readers readers;
    private final VisibleCases visible;
    private final List<String> sides;

    Records(
            ReadModel<RecordPage> pages,
            KeptReading kept,
            KnownKeys keys,
            Readers readers,
            VisibleCases visible,
            JournalProperties journal) {
        this.pages = pages;
        this.kept = kept;
        this.keys = keys;
        this.readers = readers;
        this.visible = visible;
        this.sides = journal.knownSides();
    }

    record Verification(String id, boolean intact, List<Verdict> records) {}

    record CheckedCase(String id, @Nullable String category, boolean synthetic, List<Verdict> records) {}

    /**
     * A page of records.
     *
     * @param checkpoints how each side's checkpoints stand that are kept here
     */
    record RecordList(List<CheckedCase> cases, int page, int size, int total, List<Checkpoints> checkpoints) {}

    /**
     * Of one side.
     *
     * @param last number of the newest one that counts, and when it was signed
     * @param refused those of the newest 256 that prove nothing
     * @param keys that are known, in the order in which they became valid
     */
    record Checkpoints(
            String side, @Nullable Long last, @Nullable Instant at, List<Refused> refused, List<KnownKeys.Key> keys) {}

    /** @param reason code: {@code signature}, {@code key} or {@code content} */
    record Refused(long number, Instant at, String reason) {}

    /** Whether the records of a case are as they were written. */
    @GetMapping("/timelines/{id}/verification")
    Verification verification(SignedIn who, Awaited awaited, @PathVariable String id) throws InterruptedException {
        List<Verdict> verdicts = check(id, visible.find(readers.of(who, awaited, id, CHECKED), id));
        return new Verification(id, verdicts.stream().allMatch(Verdict::intact), verdicts);
    }

    /** The same for the cases of the own side, page by page. */
    @GetMapping("/records")
    RecordList list(
            SignedIn who, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        who.require(Role.SUPERVISOR);
        List<VisibleCases.Case> all = visible.of(new Reader(who.side().code(), true, null, null), "all");
        Paged<CheckedCase> paged = Paged.of(all, page, size, MOST_PER_PAGE)
                .map(each -> new CheckedCase(
                        each.id(),
                        each.summary().category(),
                        each.summary().synthetic(),
                        check(each.id(), each.summary())));
        return new RecordList(
                paged.items(),
                paged.page(),
                paged.size(),
                paged.total(),
                sides.stream().map(this::checkpoints).toList());
    }

    /** All that is needed to check one record without this system. */
    @GetMapping("/timelines/{id}/proof/{side}")
    Proof proof(SignedIn who, Awaited awaited, @PathVariable String id, @PathVariable String side)
            throws InterruptedException {
        StreamId stream = records(id, visible.find(readers.of(who, awaited, id, PROOF), id))
                .filter(record -> record.side().equals(side))
                .findFirst()
                .orElseThrow(NotForYou::new);
        return Proof.of(
                stream.toString(), Received.commits(Received.read(pages, stream)), kept.about(stream.toString()));
    }

    private List<Verdict> check(String id, CaseSummary summary) {
        Map<String, List<Stored>> records = new LinkedHashMap<>();
        records(id, summary).forEach(stream -> records.put(stream.toString(), Received.read(pages, stream)));
        return RecordCheck.check(records, kept::claims);
    }

    private static Stream<StreamId> records(String id, CaseSummary summary) {
        return Stream.of(summary.lead(), summary.counterpart())
                .flatMap(Stream::ofNullable)
                .map(side -> new StreamId("case", id, side));
    }

    private Checkpoints checkpoints(String side) {
        Long last = null;
        Instant at = null;
        List<Refused> refused = new ArrayList<>();
        for (KeptReading.Checked checked : kept.newest(side)) {
            switch (checked.seal()) {
                case Seal.Sound(SignedWord word, CheckpointSigned checkpoint) -> {
                    last = word.number();
                    at = word.at();
                }
                case Seal.Refused(String reason) ->
                    refused.add(
                            new Refused(checked.kept().number(), checked.kept().at(), reason));
            }
        }
        return new Checkpoints(side, last, at, refused, keys.of(side));
    }
}
