package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.test.InPieces.NOTHING;
import static org.lianzhi.test.InPieces.NOT_YET;
import static org.lianzhi.test.InPieces.YES;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.kit.Pieces;
import org.lianzhi.test.Api;
import org.lianzhi.test.InPieces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Officers' photos that are sent over a network that breaks. */
@InvestigationTest
class PhotosInPiecesTest {

    private static final String PHOTOS = "/api/v1/photos";

    @LocalServerPort
    private int port;

    private final MongoTemplate store;
    private final Pieces pieces;
    private Api anybody = Api.anybody(0);
    private Api officer = anybody;
    private InPieces upload = new InPieces(officer, PHOTOS, "");

    PhotosInPiecesTest(@Autowired MongoTemplate store, @Autowired Pieces pieces) {
        this.store = store;
        this.pieces = pieces;
    }

    @BeforeEach
    void signIn() {
        anybody = Api.anybody(port);
        officer = anybody.as("hn", "431129-branch", "officer");
        upload = new InPieces(officer, PHOTOS, UUID.randomUUID().toString());
    }

    private long parts() {
        return store.getCollection("photo_parts").countDocuments();
    }

    @Test
    void after_a_cut_only_the_rest_is_sent_and_nothing_of_the_original_stays() throws IOException {
        byte[] photo = CaseOverHttpTest.photo();
        int half = photo.length / 2;
        long before = parts();
        String id = upload.begun(photo);
        upload.append(id, 0, Arrays.copyOf(photo, half), NOT_YET);
        assertThat(parts()).isEqualTo(before + 1);

        Api.Answer again = upload.begin(photo.length);
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(again.json().path("offset").asInt()).isEqualTo(half);
        assertThat(upload.append(id, 0, Arrays.copyOf(photo, half), NOT_YET).status())
                .isEqualTo(409);
        Api.Answer whole = upload.append(id, half, Arrays.copyOfRange(photo, half, photo.length), YES);
        assertThat(whole.status()).as(whole.text()).isEqualTo(201);
        assertThat(whole.json().path("sha256").asString())
                .isEqualTo(officer.upload(PHOTOS, "photo", photo)
                        .json()
                        .path("sha256")
                        .asString());

        assertThat(upload.append(id, photo.length, NOTHING, YES).json()).isEqualTo(whole.json());
        assertThat(upload.begin(photo.length).json().path("offset").asInt()).isEqualTo(photo.length);
        assertThat(parts()).isEqualTo(before);
    }

    /** As after an attempt to erase that failed half-way: they lie open. */
    @Test
    void no_piece_of_an_original_stays_where_the_first_one_is_gone_already() {
        byte[] photo = new byte[30];
        long before = parts();
        String id = upload.begun(photo);
        for (int offset = 0; offset < photo.length; offset += 10) {
            upload.append(id, offset, new byte[10], NOT_YET);
        }
        assertThat(parts()).isEqualTo(before + 3);
        store.getCollection("photo_parts").deleteOne(new Document("_id", id + "/0"));

        pieces.drop(id);

        assertThat(parts()).isEqualTo(before);
    }

    @Test
    void nothing_of_a_photo_is_written_to_a_disk_before_it_is_cleaned(@Autowired MultipartProperties parts) {
        assertThat(parts.getFileSizeThreshold()).isGreaterThanOrEqualTo(parts.getMaxRequestSize());
    }

    @Test
    void only_an_officer_sends_one_and_nobody_adds_to_somebody_elses() throws IOException {
        byte[] photo = CaseOverHttpTest.photo();
        assertThat(upload.by(anybody).begin(photo.length).status()).isEqualTo(401);
        assertThat(upload.by(anybody.as("hn", "431129-laboratory", "laboratory"))
                        .begin(photo.length)
                        .status())
                .isEqualTo(404);
        String id = upload.begun(photo);
        for (Api other : new Api[] {
            anybody.as("hn", "431129-branch", "officer", "p-colleague"), anybody.as("gx", "451123-branch", "officer")
        }) {
            assertThat(upload.by(other).append(id, 0, photo, NOT_YET).status()).isEqualTo(404);
        }
        upload.append(id, 0, photo, YES);
        assertThat(upload.by(anybody.as("gx", "451123-branch", "officer"))
                        .append(id, photo.length, NOTHING, YES)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_it_is_is_looked_at_when_it_is_whole_and_nothing_is_left_of_what_is_refused_or_given_up() {
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        long before = parts();
        String id = upload.begun(drawing);
        assertThat(upload.append(id, 0, drawing, YES).code()).isEqualTo("photo.type");
        assertThat(upload.begin(drawing.length).json().path("offset").asInt()).isZero();
        assertThat(parts()).isEqualTo(before);

        upload.append(id, 0, Arrays.copyOf(drawing, 3), NOT_YET);
        assertThat(parts()).isEqualTo(before + 1);
        pieces.dropBefore(Instant.parse("2999-01-01T00:00:00Z"));
        assertThat(parts()).isEqualTo(before);
        assertThat(upload.under(UUID.randomUUID().toString()).begin(12582913).code())
                .isEqualTo("photo.too-large");
    }
}
