package org.lianzhi.benchmarks;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.Random;
import org.lianzhi.media.PhotoLimits;
import org.lianzhi.media.Photos;

/**
 * Filing a report with a photo of 3 MB, both requests by HTTP, against a bare loop that re-encodes the same photo by the same
 * library and makes the same durable writes. The slow hash of the tracking code belongs to the product alone.
 */
final class FilingWithPhoto implements Measurement {

    /** Each takes half a second of a processor and more while others work, and there may be two processors. */
    private static final double PER_SECOND = 0.5;

    private static final int FILINGS = 40;
    private static final int WARM = 12;
    private static final int HASHES = 20;

    @Override
    public String id() {
        return "filing";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        byte[] jpeg = SamplePhoto.ofThreeMegabytes(new Random(settings.seed()));
        try (Whole whole = Whole.start(folder);
                Citizens citizens = new Citizens(whole)) {
            MongoDatabase intake = whole.database("report-intake");
            Citizens.Sent sent = citizens.upload(jpeg);
            UploadedPhoto uploaded = UploadedPhoto.read(intake, sent.id(), sent.claim());
            FiledReport filed =
                    FiledReport.read(intake, citizens.file(sent.id()).id());
            MongoDatabase bare = whole.database("bare");
            Photos photos = new Photos(PhotoLimits.DEFAULT, IllegalStateException::new);
            int filings = settings.sized(FILINGS);
            ClosedLoop.Work byHttp = () -> citizens.file(citizens.upload(jpeg).id());
            ClosedLoop.Work inBareLoop = () -> {
                photos.clean(jpeg);
                uploaded.writeWith(filed, bare);
            };
            // One after the other: cold, several at once would find the service crowded.
            ClosedLoop.secondsFor(1, WARM, byHttp);
            ClosedLoop.secondsFor(1, WARM, inBareLoop);
            Ratios ratios = Ratios.abba(
                    settings.rounds(),
                    () -> afterRest(whole, filings, byHttp),
                    () -> afterRest(whole, filings, inBareLoop));
            return Outcome.of(new Figure(id(), Target.atMost(2), ratios)
                    .with("rate_per_s", PER_SECOND)
                    .with("filings", filings)
                    .with("photo_bytes", jpeg.length)
                    .with("http_p99_ms", ratios.a() / 1000)
                    .with("bare_p99_ms", ratios.b() / 1000)
                    .with("slow_hash_alone_ms", 1000 * ClosedLoop.secondsFor(1, HASHES, Accepting.slowHash()) / HASHES)
                    .with("writes_before_answer", UploadedPhoto.WRITES + FiledReport.WRITES));
        }
    }

    private static double afterRest(Whole whole, int filings, ClosedLoop.Work filing) throws Exception {
        whole.comesToRest();
        return OpenLoop.p99Micros(PER_SECOND, filings, filing);
    }
}
