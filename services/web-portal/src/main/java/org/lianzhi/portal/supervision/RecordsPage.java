package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Pages;

/** The records of many cases, whether each is whole, and how the checkpoints stand that are kept. */
public record RecordsPage(List<Line> lines, Pages pages, List<Signing> signings, Instant checkedAt) {

    public boolean whole() {
        return lines.stream().allMatch(line -> line.chain().whole());
    }

    /** One record. */
    public record Line(String href, String number, String title, boolean synthetic, Verification.Chain chain) {}

    /**
     * The checkpoints of one side.
     *
     * @param last number of the newest that counts, and when it was signed; absent if there is none
     * @param keys thumbprints of the keys that are known, the current one last, each in words
     * @param refused those that prove nothing, each in words
     */
    public record Signing(
            String side, @Nullable Long last, @Nullable Instant at, List<String> keys, List<String> refused) {}
}
