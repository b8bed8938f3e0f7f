package org.lianzhi.intake.triage;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reports of the own bureau. */
@RestController
@RequestMapping("/api/v1/reports")
class Worklist {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_PER_PAGE = 200;

    private final ReadModel<BoardEntry> board;
    private final Clock clock;

    Worklist(ReadModel<BoardEntry> board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    /**
     * A page.
     *
     * @param open reports that wait for the bureau
     * @param overdue those of them whose reporter has waited too long
     */
    record Lines(List<ReportLine> items, int page, int size, int total, int open, int overdue) {}

    /** The latest first. */
    @GetMapping
    Lines list(
            SignedIn who,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Awaited awaited,
            HttpServletResponse response)
            throws InterruptedException {
        who.require(Role.OFFICER, Role.LEAD);
        awaitBoard(awaited, response);
        Instant now = clock.instant();
        List<ReportLine> open = lines(Board.open(who.bureau()), now, entry -> !entry.waitsForReporter(now));
        List<ReportLine> asked = view.equals("all") ? lines(Board.all(who.bureau()), now, entry -> true) : open;
        int perPage = Math.clamp(size, 1, MOST_PER_PAGE);
        int from = Math.max(0, page);
        List<ReportLine> shown =
                asked.stream().skip((long) from * perPage).limit(perPage).toList();
        int overdue = (int) open.stream().filter(ReportLine::overdue).count();
        return new Lines(shown, from, perPage, asked.size(), open.size(), overdue);
    }

    private List<ReportLine> lines(String list, Instant now, Predicate<BoardEntry> wanted) {
        return board.entries(list, BoardEntry.class).entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(entry -> ReportLine.of(entry.getKey(), entry.getValue(), now))
                .sorted(Comparator.comparing(ReportLine::filedAt).reversed().thenComparing(ReportLine::id))
                .toList();
    }

    private void awaitBoard(Awaited awaited, HttpServletResponse response) throws InterruptedException {
        for (Map.Entry<StreamId, Long> wanted : awaited.versions().entrySet()) {
            StreamId stream = wanted.getKey();
            if (stream.kind().equals("report") && !board.await(stream.id(), stream, wanted.getValue(), PATIENCE)) {
                response.setHeader(Awaited.STALE, "true");
            }
        }
    }
}
