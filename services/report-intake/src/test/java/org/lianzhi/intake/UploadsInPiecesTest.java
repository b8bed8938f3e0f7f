package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.test.InPieces.NOTHING;
import static org.lianzhi.test.InPieces.NOT_YET;
import static org.lianzhi.test.InPieces.YES;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Claims;
import org.lianzhi.kit.PieceByPiece;
import org.lianzhi.kit.Pieces;
import org.lianzhi.test.Api;
import org.lianzhi.test.InPieces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import tools.jackson.databind.JsonNode;

/** Files that are sent over a network that breaks. */
@IntakeTest
class UploadsInPiecesTest {

    private static final String UPLOADS = "/api/v1/uploads";

    @LocalServerPort
    private int port;

    private Api citizen = Api.anybody(0);
    private InPieces upload = new InPieces(citizen, UPLOADS, "");

    @BeforeEach
    void open() {
        citizen = Api.anybody(port);
        upload = new InPieces(citizen, UPLOADS, UUID.randomUUID().toString());
    }

    @Test
    void after_a_cut_only_the_rest_is_sent_and_however_often_it_is_finished_it_is_one_photo() {
        byte[] photo = Bodies.photo();
        int half = photo.length / 2;
        String id = upload.begun(photo);
        assertThat(upload.append(id, 0, Arrays.copyOf(photo, half), NOT_YET)
                        .json()
                        .path("offset")
                        .asInt())
                .isEqualTo(half);

        Api.Answer again = upload.begin(photo.length);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(again.json().path("offset").asInt()).isEqualTo(half);
        assertThat(again.header("Upload-Offset")).isEqualTo(Integer.toString(half));
        Api.Answer late = upload.append(id, 0, Arrays.copyOf(photo, half), NOT_YET);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("actual").asInt()).isEqualTo(half);
        assertThat(upload.append(id, half, NOTHING, YES).status())
                .as("it cannot be finished before all is here")
                .isEqualTo(409);
        Api.Answer whole = upload.append(id, half, Arrays.copyOfRange(photo, half, photo.length), YES);
        assertThat(whole.status()).as(whole.text()).isEqualTo(201);

        assertThat(upload.append(id, photo.length, NOTHING, YES).json()).isEqualTo(whole.json());
        assertThat(upload.begin(photo.length).json().path("offset").asInt()).isEqualTo(photo.length);
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
        String id = upload.begun(film);
        for (int offset = 0; offset < film.length; offset += piece) {
            upload.append(id, offset, Arrays.copyOfRange(film, offset, Math.min(film.length, offset + piece)), NOT_YET);
        }

        assertThat(upload.append(id, film.length, NOTHING, YES)
                        .json()
                        .path("type")
                        .asString())
                .isEqualTo("video/mp4");
    }

    @Test
    void what_it_is_is_looked_at_when_it_is_whole_and_nothing_is_left_of_what_is_refused() {
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        String id = upload.begun(drawing);

        assertThat(upload.append(id, 0, drawing, YES).code()).isEqualTo("photo.type");
        assertThat(upload.begin(drawing.length).json().path("offset").asInt()).isZero();
    }

    @Test
    void nobody_sends_more_than_was_said_nor_more_than_is_taken_nor_to_what_was_not_begun() {
        String id = upload.begun(new byte[10]);

        assertThat(upload.append(id, 0, new byte[11], NOT_YET).code()).isEqualTo("upload.piece-too-large");
        assertThat(upload.append(id, 0, new byte[(1 << 20) + 1], NOT_YET).code())
                .isEqualTo("upload.piece-too-large");
        assertThat(upload.append(id, 0, new byte[1], "?2").status()).isEqualTo(400);
        assertThat(upload.append("01j3x5m6hj4k2m3n4p5q6r7s8t", 0, new byte[1], NOT_YET)
                        .status())
                .isEqualTo(404);
        assertThat(upload.append("01j3x5m6hj4k2m3n4p5q6r7s8t", 0, NOTHING, YES).status())
                .isEqualTo(404);
        assertThat(upload.begin(11).code()).isEqualTo("idempotency.key-reused");
        assertThat(upload.under(UUID.randomUUID().toString()).begin(20971521).code())
                .isEqualTo("original.too-large");
        assertThat(upload.under(UUID.randomUUID().toString()).begin(0).status()).isEqualTo(400);
    }

    @Test
    void finished_twice_at_once_it_is_told_the_same_to_both(
            @Autowired Claims claims, @Autowired MongoDatabaseFactory database) throws IOException {
        AtBadMoments bytes = new AtBadMoments();
        Pieces pieces = new Pieces(bytes, database, "pieces_at_once");
        PieceByPiece<String> calls = new PieceByPiece<>(new Kept(), pieces, claims, Clock.systemUTC(), "somebody");
        for (String id : List.of("while-it-is-read", "while-it-is-sent")) {
            pieces.append(id, pieces.begin("somebody", id, 2, Instant.now()), new byte[2]);
        }

        bytes.next = () -> finish(calls, "while-it-is-read", InputStream.nullInputStream());
        assertThat(finish(calls, "while-it-is-read", InputStream.nullInputStream()))
                .isEqualTo("kept while-it-is-read");
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                finish(calls, "while-it-is-sent", InputStream.nullInputStream());
                return -1;
            }
        };
        assertThat(finish(calls, "while-it-is-sent", slow)).isEqualTo("kept while-it-is-sent");
    }

    private static @Nullable Object finish(PieceByPiece<String> calls, String id, InputStream body) {
        try {
            return calls.finish(id, 2, body).getBody();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before a piece is read something else happens. */
    private static final class AtBadMoments implements Pieces.Bytes {

        private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
        private @Nullable Runnable next;

        @Override
        public void put(String upload, int number, byte[] piece) {
            kept.put(upload, piece);
        }

        @Override
        public Optional<byte[]> get(String upload, int number) {
            Runnable first = next;
            next = null;
            if (first != null) {
                first.run();
            }
            return Optional.ofNullable(kept.get(upload));
        }

        @Override
        public void forget(String upload, int count) {
            kept.remove(upload);
        }
    }

    private static final class Kept implements PieceByPiece.Files<String> {

        private final Set<String> all = ConcurrentHashMap.newKeySet();

        @Override
        public void requireNotTooLarge(long length) {}

        @Override
        public boolean isKept(String id) {
            return all.contains(id);
        }

        @Override
        public Optional<String> kept(String id) {
            return all.contains(id) ? Optional.of("kept " + id) : Optional.empty();
        }

        @Override
        public String keep(String id, byte[] file, Instant at) {
            all.add(id);
            return "kept " + id;
        }
    }
}
