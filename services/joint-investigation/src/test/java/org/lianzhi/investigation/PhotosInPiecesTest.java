package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.kit.Pieces;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Officers' photos that are sent over a network that breaks. */
@InvestigationTest
class PhotosInPiecesTest {

    private static final String PHOTOS = "/api/v1/photos";
    private static final String NOT_YET = "?0";
    private static final String YES = "?1";
    private static final byte[] NOTHING = {};

    @LocalServerPort
    private int port;

    private final String key = UUID.randomUUID().toString();
    private final MongoTemplate store;
    private final Pieces pieces;
    private Api officer = Api.anybody(0);

    PhotosInPiecesTest(@Autowired MongoTemplate store, @Autowired Pieces pieces) {
        this.store = store;
        this.pieces = pieces;
    }

    @BeforeEach
    void signIn() {
        officer = Api.anybody(port).as("hn", "431129-branch", "officer");
    }

    private Api.Answer begin(Api who, long length) {
        return who.post(PHOTOS, key, "", "Upload-Length", Long.toString(length), "Upload-Complete", NOT_YET);
    }

    private static Api.Answer append(Api who, String id, long offset, byte[] piece, String complete) {
        return who.patch(PHOTOS + "/" + id, piece, "Upload-Offset", Long.toString(offset), "Upload-Complete", complete);
    }

    private long parts() {
        return store.getCollection("photo_parts").countDocuments();
    }

    @Test
    void
            after_a_cut_only_the_rest_is_sent_and_however_often_it_is_finished_it_is_one_photo_without_a_trace_of_the_original()
                    throws IOException {
        byte[] photo = CaseOverHttpTest.photo();
        int half = photo.length / 2;
        long before = parts();
        String id = begin(officer, photo.length).json().path("id").asString();
        append(officer, id, 0, Arrays.copyOf(photo, half), NOT_YET);
        assertThat(parts()).isEqualTo(before + 1);

        Api.Answer again = begin(officer, photo.length);
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(again.json().path("offset").asInt()).isEqualTo(half);
        assertThat(append(officer, id, 0, Arrays.copyOf(photo, half), NOT_YET).status())
                .isEqualTo(409);
        Api.Answer whole = append(officer, id, half, Arrays.copyOfRange(photo, half, photo.length), YES);
        assertThat(whole.status()).as(whole.text()).isEqualTo(201);
        assertThat(whole.json().path("sha256").asString())
                .isEqualTo(officer.upload(PHOTOS, "photo", photo)
                        .json()
                        .path("sha256")
                        .asString());

        assertThat(append(officer, id, photo.length, NOTHING, YES).json()).isEqualTo(whole.json());
        assertThat(begin(officer, photo.length).json().path("offset").asInt()).isEqualTo(photo.length);
        assertThat(parts()).isEqualTo(before);
    }

    @Test
    void only_an_officer_sends_one_and_nobody_adds_to_somebody_elses() throws IOException {
        byte[] photo = CaseOverHttpTest.photo();
        Api anybody = Api.anybody(port);
        assertThat(begin(anybody, photo.length).status()).isEqualTo(401);
        assertThat(begin(anybody.as("hn", "431129-laboratory", "laboratory"), photo.length)
                        .status())
                .isEqualTo(404);
        String id = begin(officer, photo.length).json().path("id").asString();
        for (Api other : new Api[] {
            anybody.as("hn", "431129-branch", "officer", "p-colleague"), anybody.as("gx", "451123-branch", "officer")
        }) {
            assertThat(append(other, id, 0, photo, NOT_YET).status()).isEqualTo(404);
        }
        append(officer, id, 0, photo, YES);
        assertThat(append(anybody.as("gx", "451123-branch", "officer"), id, photo.length, NOTHING, YES)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_it_is_is_looked_at_when_it_is_whole_and_nothing_is_left_of_what_is_refused_or_given_up() {
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        long before = parts();
        String id = begin(officer, drawing.length).json().path("id").asString();
        assertThat(append(officer, id, 0, drawing, YES).code()).isEqualTo("photo.type");
        assertThat(begin(officer, drawing.length).json().path("offset").asInt()).isZero();
        assertThat(parts()).isEqualTo(before);

        append(officer, id, 0, Arrays.copyOf(drawing, 3), NOT_YET);
        assertThat(parts()).isEqualTo(before + 1);
        pieces.dropBefore(Instant.parse("2999-01-01T00:00:00Z"));
        assertThat(parts()).isEqualTo(before);
        assertThat(officer.post(PHOTOS, UUID.randomUUID().toString(), "", "Upload-Length", "12582913")
                        .code())
                .isEqualTo("photo.too-large");
    }
}
