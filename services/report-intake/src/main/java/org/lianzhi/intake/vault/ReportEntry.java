package org.lianzhi.intake.vault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;

/**
 * What the vault holds of a report: what the citizen said, and the photos.
 *
 * @param outsideNumber under which another office took it down; null where none did
 */
public record ReportEntry(
        ReportForm form, List<TakenPhoto> photos, @Nullable String outsideNumber) {

    public ReportEntry {
        photos = List.copyOf(photos);
    }

    ReportEntry with(Moved moved) {
        return new ReportEntry(form.with(moved.kind(), moved.after()), photos, outsideNumber);
    }

    /** It belongs into no log. */
    @Override
    public String toString() {
        return "a sealed report";
    }
}
