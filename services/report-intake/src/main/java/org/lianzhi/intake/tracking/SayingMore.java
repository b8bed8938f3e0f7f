package org.lianzhi.intake.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportCommand.AddInformation;
import org.lianzhi.intake.domain.ReportCommand.ReportPressure;
import org.lianzhi.intake.domain.ReportCommand.Times;
import org.lianzhi.intake.report.Promises;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.vault.Addition;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Uploads;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.model.ReportEvent.PressureReported;
import org.lianzhi.model.RuleViolated;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a reporter has to say later. Words and photos are sealed first, under the id of the commit that tells of them. */
@RestController
@RequestMapping("/api/v1/tracking")
class SayingMore {

    private final CodeBearers bearers;
    private final Reports reports;
    private final ReportVault vault;
    private final Uploads uploads;
    private final Promises promises;
    private final int mostPhotos;
    private final int mostAdditions;

    SayingMore(
            CodeBearers bearers,
            Reports reports,
            ReportVault vault,
            Uploads uploads,
            Promises promises,
            @Value("${lianzhi.intake.photos}") int mostPhotos,
            @Value("${lianzhi.intake.additions}") int mostAdditions) {
        this.bearers = bearers;
        this.reports = reports;
        this.vault = vault;
        this.uploads = uploads;
        this.promises = promises;
        this.mostPhotos = mostPhotos;
        this.mostAdditions = mostAdditions;
    }

    record More(
            @Nullable String code,
            @Nullable String words,
            @Nullable List<String> photos) {

        List<String> photosOrNone() {
            return photos == null ? List.of() : photos.stream().distinct().toList();
        }

        @Override
        public String toString() {
            return "an addition";
        }
    }

    record Pressure(@Nullable String code, @Nullable String words) {

        @Override
        public String toString() {
            return "a call for help";
        }
    }

    @PostMapping("/additions")
    Receipt add(@RequestBody More more, IdempotencyKey key, HttpServletRequest request) {
        ReportRecord record = bearers.reporter(more.code(), request);
        StreamId stream = record.stream();
        String words = CodeBearers.words(more.words());
        List<String> photos = more.photosOrNone();
        if (photos.size() > mostPhotos) {
            throw new RuleViolated("report.incomplete", "photos:too-many");
        }
        Intent intent = bearers.claim(stream, key, "addition", words, String.join(" ", photos));
        int earlier = (int) record.additions().stream()
                .filter(commit -> !commit.equals(intent.id()))
                .count();
        AddInformation command = new AddInformation(
                !words.isEmpty(),
                photos.size(),
                earlier,
                mostAdditions,
                promises.takenUp(stream, "answered", intent.at()));
        reports.check(record, command);
        Addition addition = seal(stream, intent, words, photos);
        Receipt receipt = reports.run(intent, stream, OptionalLong.empty(), command);
        uploads.settle(addition.photos());
        return receipt;
    }

    private Addition seal(StreamId stream, Intent intent, String words, List<String> photos) {
        return vault.additionOf(stream, intent.id()).orElseGet(() -> {
            List<TakenPhoto> taken = uploads.take(photos, stream.toString(), bearers.now());
            Addition addition = new Addition(words, taken);
            if (!vault.putAddition(stream, intent.id(), addition)) {
                throw new RuleViolated("report.erased");
            }
            return addition;
        });
    }

    @PostMapping("/pressure")
    Receipt pressure(@RequestBody Pressure pressure, IdempotencyKey key, HttpServletRequest request) {
        ReportRecord record = bearers.reporter(pressure.code(), request);
        String words = CodeBearers.words(pressure.words());
        Intent intent = bearers.claim(record.stream(), key, "pressure", words);
        Times times = bearers.times(record, intent, step -> step.event() instanceof PressureReported);
        return bearers.say(record, intent, words, new ReportPressure(times));
    }
}
