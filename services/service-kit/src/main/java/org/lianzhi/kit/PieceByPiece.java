package org.lianzhi.kit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.Pieces.Progress;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.SortableIds;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * A file over a weak network: it is begun, comes piece by piece, and is finished. Begun again under the same key it says how
 * far it is, so that after a cut only the rest is sent. The header fields are those of
 * draft-ietf-httpbis-resumable-upload. What the file is, is looked at when it is whole, as for any other.
 *
 * @param <T> what is answered about one that is whole
 */
public final class PieceByPiece<T> {

    public static final String LENGTH = "Upload-Length";
    public static final String OFFSET = "Upload-Offset";
    public static final String COMPLETE = "Upload-Complete";
    public static final String MEDIA_TYPE = "application/partial-upload";

    private static final String YES = "?1";
    private static final String NOT_YET = "?0";
    private static final URI MISMATCH =
            URI.create("https://iana.org/assignments/http-problem-types#mismatching-upload-offset");

    /** Each is held in memory until it is kept. */
    private static final int PIECE_AT_MOST = 1 << 20;

    private final Files<T> files;
    private final Pieces pieces;
    private final Claims claims;
    private final Clock clock;
    private final String owner;

    /** @param owner in whose name keys are claimed; nobody else adds to what was begun */
    public PieceByPiece(Files<T> files, Pieces pieces, Claims claims, Clock clock, String owner) {
        this.files = files;
        this.pieces = pieces;
        this.claims = claims;
        this.clock = clock;
        this.owner = owner;
    }

    /** What becomes of a file that is whole. */
    public interface Files<T> {

        /** @throws RuleViolated when it is longer than what is taken */
        void requireNotTooLarge(long length);

        boolean isKept(String id);

        /** What was answered when it was kept. */
        Optional<T> kept(String id);

        /**
         * Keeps it; a repetition changes nothing.
         *
         * @throws RuleViolated when it is nothing that is taken
         */
        T keep(String id, byte[] file, Instant at);
    }

    public record Begun(String id, long offset) {}

    /** @param address below which its pieces are taken */
    public ResponseEntity<Begun> begin(long length, IdempotencyKey key, String address) {
        if (length < 1) {
            throw new BadRequest("upload.length-invalid", LENGTH + " is how many bytes there are");
        }
        files.requireNotTooLarge(length);
        Intent intent = claims.claim(owner, key.value(), "pieces of " + length, clock.instant());
        String id = SortableIds.derive(intent.at(), intent.id());
        // Sent again after it was swept, it is as new as any other.
        long offset = files.isKept(id)
                ? length
                : pieces.begin(owner, id, length, clock.instant()).offset();
        return ResponseEntity.created(URI.create(address + "/" + id))
                .header(OFFSET, Long.toString(offset))
                .header(COMPLETE, NOT_YET)
                .body(new Begun(id, offset));
    }

    /** @param complete what {@link #COMPLETE} says: whether it is the last piece */
    public static boolean isLast(String complete) {
        return switch (complete) {
            case NOT_YET -> false;
            case YES -> true;
            default -> throw new BadRequest("upload.complete-invalid", COMPLETE + " is ?0 or ?1");
        };
    }

    public ResponseEntity<?> append(String id, long offset, InputStream body) throws IOException {
        Progress progress = pieces.find(owner, id).orElseThrow(NotForYou::new);
        byte[] bytes = body.readNBytes(PIECE_AT_MOST + 1);
        if (bytes.length > PIECE_AT_MOST || offset + bytes.length > progress.length()) {
            throw new RuleViolated("upload.piece-too-large", PIECE_AT_MOST);
        }
        if (offset != progress.offset() || (bytes.length > 0 && !pieces.append(id, progress, bytes))) {
            return mismatch(id);
        }
        long reached = offset + bytes.length;
        return ResponseEntity.ok()
                .header(OFFSET, Long.toString(reached))
                .header(COMPLETE, NOT_YET)
                .body(new Begun(id, reached));
    }

    private ResponseEntity<?> mismatch(String id) {
        long here = pieces.find(owner, id).map(Progress::offset).orElseThrow(NotForYou::new);
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
        problem.setType(MISMATCH);
        problem.setProperty("code", "upload.offset");
        problem.setProperty("actual", here);
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(OFFSET, Long.toString(here))
                .body(problem);
    }

    /** With the last piece, or with none when all of them have come. */
    public ResponseEntity<?> finish(String id, long offset, InputStream body) throws IOException {
        try {
            ResponseEntity<?> appended = append(id, offset, body);
            if (appended.getStatusCode().isError()) {
                return appended;
            }
            Progress progress = pieces.find(owner, id).orElseThrow(NotForYou::new);
            return progress.isWhole() ? finished(keep(id, progress)) : mismatch(id);
        } catch (NotForYou gone) {
            // Finished before, or at this moment by the same that was sent twice.
            return finished(files.kept(id).orElseThrow(() -> gone));
        }
    }

    /** What is refused is not kept until somebody sweeps. */
    private T keep(String id, Progress progress) {
        try {
            T kept = pieces.whole(id, progress)
                    .map(file -> files.keep(id, file, clock.instant()))
                    // Pieces go when it is kept, as by the same that was sent twice.
                    .or(() -> files.kept(id))
                    .orElseThrow(() -> new RuleViolated("original.unreadable"));
            pieces.drop(id);
            return kept;
        } catch (RuleViolated refused) {
            pieces.drop(id);
            throw refused;
        }
    }

    private ResponseEntity<T> finished(T kept) {
        return ResponseEntity.status(HttpStatus.CREATED).header(COMPLETE, YES).body(kept);
    }
}
