package org.lianzhi.intake.triage;

import java.util.HashSet;
import java.util.Set;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.ReadModel;
import org.springframework.stereotype.Component;

/** Which other reports go on in one, by themselves or by way of one another. */
@Component
class Joining {

    private final ReadModel<BoardEntry> board;

    Joining(ReadModel<BoardEntry> board) {
        this.board = board;
    }

    /** How many there are; who they are is not told with it. */
    int into(ReportRecord record) {
        Set<String> found = new HashSet<>();
        add(record.stream().id(), found);
        found.remove(record.stream().id());
        return found.size();
    }

    private void add(String into, Set<String> found) {
        board.entries(Board.merged(into), BoardEntry.class).keySet().stream()
                .filter(found::add)
                .forEach(each -> add(each, found));
    }
}
