package org.lianzhi.intake.progress;

import java.util.List;
import org.lianzhi.journal.Projected;
import org.lianzhi.journal.ReadModel;

/** Finds the progress of a case. */
public final class CaseProgresses {

    private final ReadModel<SideProgress> sides;
    private final List<String> knownSides;

    public CaseProgresses(ReadModel<SideProgress> sides, List<String> knownSides) {
        this.sides = sides;
        this.knownSides = List.copyOf(knownSides);
    }

    /** The case as the side's own record tells it; nothing but steps ahead where it has not begun yet. */
    public CaseProgress of(String caseId, String side) {
        List<String> records =
                knownSides.stream().map(known -> record(caseId, known)).toList();
        var found = sides.find(records);
        Projected<SideProgress> own = found.get(record(caseId, side));
        return CaseProgress.of(
                caseId,
                own == null ? SideProgress.NONE : own.state(),
                found.values().stream().map(Projected::state).toList());
    }

    private static String record(String caseId, String side) {
        return "case-" + caseId + "@" + side;
    }
}
