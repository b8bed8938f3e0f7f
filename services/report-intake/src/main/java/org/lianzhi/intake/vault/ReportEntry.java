package org.lianzhi.intake.vault;

import java.util.List;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;

/** What the vault holds of a report: what the citizen filled in, and the photos. */
public record ReportEntry(ReportForm form, List<TakenPhoto> photos) {

    public ReportEntry {
        photos = List.copyOf(photos);
    }

    /** It belongs into no log. */
    @Override
    public String toString() {
        return "a sealed report";
    }
}
