package org.lianzhi.investigation.photo;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.media.CleanPhoto;
import org.lianzhi.model.CaseEvent.AfterChecked;
import org.lianzhi.model.CaseEvent.DecisionReceived;
import org.lianzhi.model.CaseEvent.EmergencyMeasureTaken;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.CaseEvent.MeasureReportedDone;
import org.lianzhi.model.CaseEvent.PaperIssued;
import org.lianzhi.model.Photo;
import org.lianzhi.model.SortableIds;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Officers send photos before they record what the photos show; who may read the case sees them. */
@RestController
@RequestMapping(PhotoFiles.PHOTOS)
class PhotoFiles {

    static final String PHOTOS = "/api/v1/photos";

    private final OfficersPhotos officers;
    private final Photos photos;
    private final CaseStreams streams;
    private final Claims claims;
    private final Clock clock;

    PhotoFiles(OfficersPhotos officers, Photos photos, CaseStreams streams, Claims claims, Clock clock) {
        this.officers = officers;
        this.photos = photos;
        this.streams = streams;
        this.claims = claims;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Photo> send(SignedIn who, IdempotencyKey key, @RequestParam MultipartFile photo) throws IOException {
        String owner = OfficersPhotos.owner(who);
        CleanPhoto clean = officers.clean(photo.getBytes());
        Intent intent = claims.claim(owner, key.value(), "photo:" + clean.sha256(), clock.instant());
        String id = SortableIds.derive(intent.at(), intent.id());
        return ResponseEntity.status(HttpStatus.CREATED).body(officers.keep(id, who.bureau(), clean, clock.instant()));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> show(SignedIn who, @PathVariable String id, @RequestParam("case") String caseId) {
        JointCase joint = streams.loadFor(who.side(), caseId).joint();
        CaseRights.Reader reader = CaseRights.reader(who, joint);
        if (reader == CaseRights.Reader.LABORATORY || !shows(joint, id)) {
            throw new NotForYou();
        }
        return photos.show(id);
    }

    private static boolean shows(JointCase joint, String id) {
        return joint.records().values().stream()
                .flatMap(record -> Stream.of(
                                record.all(InspectionRecorded.class)
                                        .map(entry -> entry.event().photos()),
                                record.all(MeasureReportedDone.class)
                                        .map(entry -> entry.event().photos()),
                                record.all(DecisionReceived.class)
                                        .map(entry -> entry.event().pages()),
                                record.all(EmergencyMeasureTaken.class)
                                        .map(entry -> entry.event().photos()),
                                record.all(AfterChecked.class)
                                        .map(entry -> entry.event().photos()),
                                record.all(PaperIssued.class)
                                        .map(entry -> entry.event().pages()))
                        .flatMap(photos -> photos)
                        .flatMap(List::stream))
                .anyMatch(photo -> photo.id().equals(id));
    }
}
