package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Files that are sent over a network that breaks. */
@IntakeTest
class UploadsInPiecesTest {

    private static final String UPLOADS = "/api/v1/uploads";
    private static final String NOT_YET = "?0";
    private static final String YES = "?1";
    private static final byte[] NOTHING = {};

    @LocalServerPort
    private int port;

    private final String key = UUID.randomUUID().toString();
    private Api citizen = Api.anybody(0);

    @BeforeEach
    void open() {
        citizen = Api.anybody(port);
    }

    private Api.Answer begin(long length) {
        return citizen.post(UPLOADS, key, "", "Upload-Length", Long.toString(length), "Upload-Complete", NOT_YET);
    }

    private Api.Answer append(String id, long offset, byte[] piece, String complete) {
        return citizen.patch(
                UPLOADS + "/" + id, piece, "Upload-Offset", Long.toString(offset), "Upload-Complete", complete);
    }

    private String begun(byte[] file) {
        return begin(file.length).json().path("id").asString();
    }

    @Test
    void after_a_cut_only_the_rest_is_sent_and_however_often_it_is_finished_it_is_one_photo() {
        byte[] photo = Bodies.photo();
        int half = photo.length / 2;
        String id = begun(photo);
        assertThat(append(id, 0, Arrays.copyOf(photo, half), NOT_YET)
                        .json()
                        .path("offset")
                        .asInt())
                .isEqualTo(half);

        Api.Answer again = begin(photo.length);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(again.json().path("offset").asInt()).isEqualTo(half);
        assertThat(again.header("Upload-Offset")).isEqualTo(Integer.toString(half));
        Api.Answer late = append(id, 0, Arrays.copyOf(photo, half), NOT_YET);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("actual").asInt()).isEqualTo(half);
        assertThat(append(id, half, NOTHING, YES).status())
                .as("it cannot be finished before all is here")
                .isEqualTo(409);
        Api.Answer whole = append(id, half, Arrays.copyOfRange(photo, half, photo.length), YES);
        assertThat(whole.status()).as(whole.text()).isEqualTo(201);

        assertThat(append(id, photo.length, NOTHING, YES).json()).isEqualTo(whole.json());
        assertThat(begin(photo.length).json().path("offset").asInt()).isEqualTo(photo.length);
        JsonNode filed = citizen.post("/api/v1/reports", Bodies.report("Brown water", id))
                .json();
        Api officer = citizen.as("hn", "431129-branch", "officer");
        String report = "/api/v1/reports/" + filed.path("number").asString();
        assertThat(Bodies.opened(officer, report).path("photos")).hasSize(1);
        assertThat(officer.get(report + "/photos/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_film_comes_in_many_pieces() {
        byte[] film = Bodies.film(3 << 20);
        int piece = 1 << 20;
        String id = begun(film);
        for (int offset = 0; offset < film.length; offset += piece) {
            append(id, offset, Arrays.copyOfRange(film, offset, Math.min(film.length, offset + piece)), NOT_YET);
        }

        assertThat(append(id, film.length, NOTHING, YES).json().path("type").asString())
                .isEqualTo("video/mp4");
    }

    @Test
    void what_it_is_is_looked_at_when_it_is_whole_and_nothing_is_left_of_what_is_refused() {
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        String id = begun(drawing);

        assertThat(append(id, 0, drawing, YES).code()).isEqualTo("photo.type");
        assertThat(begin(drawing.length).json().path("offset").asInt()).isZero();
    }

    @Test
    void nobody_sends_more_than_was_said_nor_more_than_is_taken_nor_to_what_was_not_begun() {
        String id = begun(new byte[10]);

        assertThat(append(id, 0, new byte[11], NOT_YET).code()).isEqualTo("upload.piece-too-large");
        assertThat(append(id, 0, new byte[(1 << 20) + 1], NOT_YET).code()).isEqualTo("upload.piece-too-large");
        assertThat(append(id, 0, new byte[1], "?2").status()).isEqualTo(400);
        assertThat(append("01j3x5m6hj4k2m3n4p5q6r7s8t", 0, new byte[1], NOT_YET).status())
                .isEqualTo(404);
        assertThat(append("01j3x5m6hj4k2m3n4p5q6r7s8t", 0, NOTHING, YES).status())
                .isEqualTo(404);
        assertThat(begin(11).code()).isEqualTo("idempotency.key-reused");
        assertThat(citizen.post(UPLOADS, UUID.randomUUID().toString(), "", "Upload-Length", "20971521")
                        .code())
                .isEqualTo("original.too-large");
        assertThat(citizen.post(UPLOADS, UUID.randomUUID().toString(), "", "Upload-Length", "0")
                        .status())
                .isEqualTo(400);
    }
}
