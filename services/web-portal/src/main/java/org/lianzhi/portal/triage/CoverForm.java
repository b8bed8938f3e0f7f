package org.lianzhi.portal.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** @param boxes what is to be covered; rows that say nothing count as none */
public record CoverForm(List<Row> boxes) {

    public static final int ROWS = 6;

    public CoverForm {
        List<Row> rows = new ArrayList<>(boxes == null ? List.of() : boxes);
        while (rows.size() < ROWS) {
            rows.add(new Row(null, null, null, null));
        }
        boxes = rows;
    }

    /** A box, in hundredths of the width and height of the picture from its upper left corner. */
    public record Row(
            @Nullable Double left,
            @Nullable Double top,
            @Nullable Double width,
            @Nullable Double height) {

        boolean isEmpty() {
            return Stream.of(left, top, width, height).allMatch(value -> value == null);
        }

        boolean fits() {
            return left != null
                    && top != null
                    && width != null
                    && height != null
                    && left >= 0
                    && top >= 0
                    && width > 0
                    && height > 0
                    && left + width <= 100
                    && top + height <= 100;
        }
    }

    List<Row> filled() {
        return boxes.stream().filter(row -> !row.isEmpty()).toList();
    }
}
