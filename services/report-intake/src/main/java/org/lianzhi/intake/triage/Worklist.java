package org.lianzhi.intake.triage;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.Paged;
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
        awaited.await(
                stream -> stream.kind().equals("report"),
                response,
                (stream, version) -> board.await(stream.id(), stream, version, Awaited.PATIENCE));
        Instant now = clock.instant();
        List<ReportLine> open = lines(Board.open(who.bureau()), now, entry -> !entry.waitsForReporter(now));
        List<ReportLine> asked = view.equals("all") ? lines(Board.all(who.bureau()), now, entry -> true) : open;
        Paged<ReportLine> paged = Paged.of(asked, page, size, MOST_PER_PAGE);
        int overdue = (int) open.stream().filter(ReportLine::overdue).count();
        return new Lines(paged.items(), paged.page(), paged.size(), paged.total(), open.size(), overdue);
    }

    private List<ReportLine> lines(String list, Instant now, Predicate<BoardEntry> wanted) {
        return board.entries(list, BoardEntry.class).entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(entry -> ReportLine.of(entry.getKey(), entry.getValue(), now))
                .sorted(Comparator.comparing(ReportLine::filedAt).reversed().thenComparing(ReportLine::id))
                .toList();
    }
}
