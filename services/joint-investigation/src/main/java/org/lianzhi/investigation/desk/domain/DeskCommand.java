package org.lianzhi.investigation.desk.domain;

import org.jspecify.annotations.Nullable;

/** What can be asked for about one case. That the asker is of the office that acts was looked at before. */
public sealed interface DeskCommand {

    /**
     * @param office of the asker, and of whoever becomes responsible
     * @param asker reference of who asks
     * @param head whether the asker leads the office
     * @param acting who acts for whoever is responsible now; null where nobody is
     */
    record Assign(
            String office,
            String person,
            @Nullable String note,
            String asker,
            boolean head,
            @Nullable String acting) implements DeskCommand {}

    record Remark(String remark, String text) implements DeskCommand {}
}
