package org.lianzhi.investigation.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.supervision.domain.Instruction;
import org.lianzhi.model.Place;

/** What the lists hold of one side's supervision of a case. */
record SupervisionLine(
        @Nullable String category, @Nullable Place affectedWater, boolean synthetic, List<Instruction> instructions) {

    SupervisionLine {
        instructions = List.copyOf(instructions);
    }
}
