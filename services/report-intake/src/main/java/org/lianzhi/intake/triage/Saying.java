package org.lianzhi.intake.triage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Step;
import org.lianzhi.intake.triage.ReportView.Said;
import org.lianzhi.intake.vault.Addition;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.model.Photo;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.InformationAdded;
import org.lianzhi.model.ReportEvent.PressureReported;
import org.lianzhi.model.ReportEvent.ReplyRated;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.ReportEvent.ReviewRequested;

/** What the reporter said after the report. Who is put under pressure may fear a colleague: only the lead reads how. */
final class Saying {

    private static final String CONTESTED = "contested";

    private final Contents contents;
    private final ReportRecord record;
    private final boolean lead;

    Saying(Contents contents, ReportRecord record, boolean lead) {
        this.contents = contents;
        this.record = record;
        this.lead = lead;
    }

    List<Said> all() {
        return record.steps().stream().flatMap(this::said).toList();
    }

    private Stream<Said> said(Step step) {
        ReportEvent event = step.event();
        if (event instanceof InformationAdded) {
            return Stream.of(added(step));
        }
        if (event instanceof PressureReported) {
            return Stream.of(said(step, null, lead ? words(step) : null, !lead));
        }
        if (event instanceof ReplyRated rated) {
            return Stream.of(said(step, rated.rating(), words(step), false));
        }
        if (event instanceof ReviewRequested request) {
            return Stream.of(said(step, request.step(), words(step), false));
        }
        if (event instanceof ReportTakenUp again && again.reason().equals(CONTESTED)) {
            return Stream.of(said(step, null, words(step), false));
        }
        return Stream.empty();
    }

    private Said added(Step step) {
        Optional<Addition> addition = contents.addition(step);
        List<Photo> photos = addition.map(Addition::photos).orElse(List.of()).stream()
                .filter(TakenPhoto::isShown)
                .map(photo -> new Photo(photo.id(), photo.sha256()))
                .toList();
        return new Said(
                step.key(), step.at(), null, addition.map(Addition::words).orElse(null), false, photos);
    }

    private static Said said(Step step, @Nullable String code, @Nullable String words, boolean reserved) {
        return new Said(step.key(), step.at(), code, words, reserved, List.of());
    }

    private @Nullable String words(Step step) {
        return contents.words(step).orElse(null);
    }
}
