package org.lianzhi.intake.triage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.designation.Designated;
import org.lianzhi.intake.designation.Designations;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.vault.Cover;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Uploads;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Attachments;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.media.Box;
import org.lianzhi.model.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The copies of photos. An original is handed out only where there can be no copy, and never to another side. */
@RestController
@RequestMapping("/api/v1")
class PhotoFiles {

    private final OwnReports own;
    private final Reports reports;
    private final ReportVault vault;
    private final Uploads uploads;
    private final Covering covering;
    private final Looking looking;
    private final ReadModel<BoardEntry> board;
    private final ReadModel<Designated> designations;

    PhotoFiles(
            OwnReports own,
            Reports reports,
            ReportVault vault,
            Uploads uploads,
            Covering covering,
            Looking looking,
            ReadModel<BoardEntry> board,
            ReadModel<Designated> designations) {
        this.own = own;
        this.reports = reports;
        this.vault = vault;
        this.uploads = uploads;
        this.covering = covering;
        this.looking = looking;
        this.board = board;
        this.designations = designations;
    }

    @GetMapping("/reports/{id}/photos/{photo}")
    ResponseEntity<byte[]> photo(SignedIn who, @PathVariable String id, @PathVariable String photo) {
        ReportRecord record = own.load(who, id);
        looking.look(record, who, "photo");
        return Attachments.jpeg(
                photo, taken(record, photo).flatMap(uploads::copyOf).orElseThrow(NotForYou::new));
    }

    /** @param boxes in hundredths of width and height */
    record Boxes(@NotNull List<@NotNull Box> boxes) {}

    /**
     * What is covered of a photo.
     *
     * @param sha256 of the copy that would be released; null while nothing is covered
     */
    record Covered(List<Box> boxes, @Nullable String sha256) {

        static Covered of(Optional<Cover> cover) {
            return cover.map(there -> new Covered(there.boxes(), there.sha256()))
                    .orElseGet(() -> new Covered(List.of(), null));
        }
    }

    @GetMapping("/reports/{id}/photos/{photo}/cover")
    Covered covered(SignedIn who, @PathVariable String id, @PathVariable String photo) {
        ReportRecord record = own.load(who, id);
        looking.look(record, who, "photo");
        return Covered.of(covering.of(record, photo));
    }

    /** Covers faces and plates; sent again with none, nothing is covered any more. */
    @PostMapping("/reports/{id}/photos/{photo}/cover")
    Covered cover(SignedIn who, @PathVariable String id, @PathVariable String photo, @Valid @RequestBody Boxes boxes) {
        ReportRecord record = own.load(who, id);
        looking.look(record, who, "photo");
        return Covered.of(Optional.of(covering.cover(record, photo, boxes.boxes()))
                .filter(cover -> !cover.boxes().isEmpty()));
    }

    /** As it would be released now. */
    @GetMapping("/reports/{id}/photos/{photo}/to-release")
    ResponseEntity<byte[]> toRelease(SignedIn who, @PathVariable String id, @PathVariable String photo) {
        ReportRecord record = own.load(who, id);
        looking.look(record, who, "photo");
        return Attachments.jpeg(photo, covering.bytesToRelease(record, photo));
    }

    /** A film or HEIC of which there is no copy: only the receiving bureau has it, and each look is written down. */
    @GetMapping("/reports/{id}/originals/{photo}")
    ResponseEntity<byte[]> original(SignedIn who, @PathVariable String id, @PathVariable String photo) {
        ReportRecord record = own.load(who, id);
        looking.look(record, who, "original");
        byte[] original = taken(record, photo).flatMap(uploads::originalOf).orElseThrow(NotForYou::new);
        return Attachments.of(MediaType.APPLICATION_OCTET_STREAM, photo, original);
    }

    /** What was released may be seen by both bureaus of the case, whoever was designated in their place, and by the supervisors of both sides. */
    @GetMapping("/released-photos/{photo}")
    ResponseEntity<byte[]> released(SignedIn who, @PathVariable String photo) {
        who.require(Role.OFFICER, Role.LEAD, Role.SUPERVISOR);
        BoardEntry entry = board.entries(Board.photo(photo), BoardEntry.class).values().stream()
                .findFirst()
                .filter(found -> maySee(who, found))
                .orElseThrow(NotForYou::new);
        ReportRecord record = reports.load(StreamId.parse(entry.stream()));
        return Attachments.jpeg(photo, covering.released(record, photo).orElseThrow(NotForYou::new));
    }

    private boolean maySee(SignedIn who, BoardEntry entry) {
        BoardEntry.Parties parties = entry.parties();
        if (parties == null || !parties.hasSide(who.side().code())) {
            return false;
        }
        return who.is(Role.SUPERVISOR) || parties.hasBureau(who.bureau()) || isDesignated(who, entry.caseId());
    }

    /** The office that handles the case now needs what the one that it began with needed. */
    private boolean isDesignated(SignedIn who, @Nullable String caseId) {
        return caseId != null
                && designations
                        .find(Designations.of(caseId, who.side().code()))
                        .filter(designated -> designated.state().is(who.bureau()))
                        .isPresent();
    }

    private Optional<TakenPhoto> taken(ReportRecord record, String photo) {
        return vault.photo(record.stream(), record.additions(), photo);
    }
}
