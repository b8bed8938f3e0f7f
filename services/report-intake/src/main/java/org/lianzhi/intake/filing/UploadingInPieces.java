package org.lianzhi.intake.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import org.lianzhi.intake.crowd.Admission;
import org.lianzhi.intake.filing.Originals.Uploaded;
import org.lianzhi.intake.vault.Pieces;
import org.lianzhi.intake.vault.Pieces.Progress;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.BadRequest;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.SortableIds;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A file over a weak network: it is begun, comes piece by piece, and is finished. Begun again under the same key it says how
 * far it is, so that after a cut only the rest is sent. The header fields are those of
 * draft-ietf-httpbis-resumable-upload. What the file is, is looked at when it is whole, as for any other.
 */
@RestController
@RequestMapping("/api/v1/uploads")
class UploadingInPieces {

    private static final String LENGTH = "Upload-Length";
    private static final String OFFSET = "Upload-Offset";
    private static final String COMPLETE = "Upload-Complete";
    private static final String YES = "?1";
    private static final String NOT_YET = "?0";
    private static final URI MISMATCH =
            URI.create("https://iana.org/assignments/http-problem-types#mismatching-upload-offset");

    /** Each is held in memory until it is sealed. */
    private static final int PIECE_AT_MOST = 1 << 20;

    private final Admission admission;
    private final Originals originals;
    private final Pieces pieces;
    private final Claims claims;
    private final Clock clock;

    UploadingInPieces(Admission admission, Originals originals, Pieces pieces, Claims claims, Clock clock) {
        this.admission = admission;
        this.originals = originals;
        this.pieces = pieces;
        this.claims = claims;
        this.clock = clock;
    }

    record Begun(String id, long offset) {}

    @PostMapping(headers = LENGTH)
    ResponseEntity<Begun> begin(@RequestHeader(LENGTH) long length, IdempotencyKey key, HttpServletRequest asked) {
        return admission.toBeginUpload(asked.getRemoteAddr()).run(() -> begin(length, key));
    }

    private ResponseEntity<Begun> begin(long length, IdempotencyKey key) {
        if (length < 1) {
            throw new BadRequest("upload.length-invalid", LENGTH + " is how many bytes there are");
        }
        if (length > originals.bytesAtMost()) {
            throw new RuleViolated("original.too-large", originals.bytesAtMost());
        }
        Intent intent = claims.claim(Uploading.ANYBODY, key.value(), "pieces of " + length, clock.instant());
        String id = SortableIds.derive(intent.at(), intent.id());
        // Sent again after it was swept, it is as new as any other.
        long offset = originals.isSealed(id)
                ? length
                : pieces.begin(id, length, clock.instant()).offset();
        return ResponseEntity.created(URI.create("/api/v1/uploads/" + id))
                .header(OFFSET, Long.toString(offset))
                .header(COMPLETE, NOT_YET)
                .body(new Begun(id, offset));
    }

    /** @param complete {@code ?1} with the last piece, or with none when all of them have come */
    @PatchMapping(path = "/{id}", consumes = "application/partial-upload")
    ResponseEntity<?> append(
            @PathVariable String id,
            @RequestHeader(OFFSET) long offset,
            @RequestHeader(COMPLETE) String complete,
            InputStream body)
            throws IOException {
        return switch (complete) {
            case NOT_YET -> admission.toReceive().run(() -> append(id, offset, body));
            case YES -> admission.toFinishUpload().run(() -> finish(id, offset, body));
            default -> throw new BadRequest("upload.complete-invalid", COMPLETE + " is ?0 or ?1");
        };
    }

    private ResponseEntity<?> append(String id, long offset, InputStream body) throws IOException {
        Progress progress = pieces.find(id).orElseThrow(NotForYou::new);
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
        long here = pieces.find(id).map(Progress::offset).orElseThrow(NotForYou::new);
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
        problem.setType(MISMATCH);
        problem.setProperty("code", "upload.offset");
        problem.setProperty("actual", here);
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(OFFSET, Long.toString(here))
                .body(problem);
    }

    private ResponseEntity<?> finish(String id, long offset, InputStream body) throws IOException {
        if (pieces.find(id).isEmpty()) {
            return finished(originals.sealed(id).orElseThrow(NotForYou::new));
        }
        ResponseEntity<?> appended = append(id, offset, body);
        if (appended.getStatusCode().isError()) {
            return appended;
        }
        Progress progress = pieces.find(id).orElseThrow(NotForYou::new);
        return progress.isWhole() ? finished(seal(id, progress)) : mismatch(id);
    }

    /** What is refused is not kept until somebody sweeps. */
    private Uploaded seal(String id, Progress progress) {
        try {
            byte[] file = pieces.whole(id, progress).orElseThrow(() -> new RuleViolated("original.unreadable"));
            Uploaded sealed = originals.seal(id, originals.check(file), progress.at());
            pieces.drop(id);
            return sealed;
        } catch (RuleViolated refused) {
            pieces.drop(id);
            throw refused;
        }
    }

    private static ResponseEntity<Uploaded> finished(Uploaded uploaded) {
        return ResponseEntity.status(HttpStatus.CREATED).header(COMPLETE, YES).body(uploaded);
    }
}
