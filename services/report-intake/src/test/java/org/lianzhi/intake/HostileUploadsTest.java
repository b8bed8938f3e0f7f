package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files that somebody sends who means no good. */
@IntakeTest
class HostileUploadsTest {

    @LocalServerPort
    private int port;

    private Api citizen = Api.anybody(0);
    private Api officer = Api.anybody(0);

    @BeforeEach
    void people() {
        citizen = Api.anybody(port);
        officer = citizen.as("hn", "431129-branch", "officer");
    }

    @Test
    void hostile_files_are_known_by_what_they_are_and_nothing_hidden_or_named_circulates() throws IOException {
        ByteArrayOutputStream zeros = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zeros)) {
            zip.putNextEntry(new ZipEntry("../../x.jpg"));
            zip.write(new byte[8 << 20]);
        }
        assertThat(zeros.size()).as("much from little").isLessThan(20_000);
        assertThat(citizen.upload("/api/v1/uploads", "photo.jpg", zeros.toByteArray())
                        .code())
                .isEqualTo("photo.type");
        byte[] photo = Bodies.photo();
        byte[] polyglot = Arrays.copyOf(photo, photo.length + zeros.size());
        System.arraycopy(zeros.toByteArray(), 0, polyglot, photo.length, zeros.size());

        Api.Answer taken = citizen.upload("/api/v1/uploads", "../../../etc/cron.d/x.jpg", polyglot);

        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.text()).doesNotContain("cron");
        String id = taken.json().path("id").asString();
        String number = citizen.post("/api/v1/reports", Bodies.report("Brown water", id))
                .json()
                .path("number")
                .asString();
        Bodies.opened(officer, "/api/v1/reports/" + number);
        Api.Answer copy = officer.get("/api/v1/reports/" + number + "/photos/" + id);
        assertThat(copy.header("Content-Disposition")).startsWith("attachment").doesNotContain("cron");
        assertThat(copy.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(copy.body().length).isLessThan(polyglot.length - zeros.size() / 2);
        assertThat(new String(copy.body(), StandardCharsets.ISO_8859_1)).doesNotContain("PK\u0003\u0004");
    }

    @Test
    void a_file_that_is_no_photo_is_refused_with_its_reason() throws IOException {
        assertThat(citizen.upload("/api/v1/uploads", "photo.jpg", "<svg/>".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("photo.type");
        assertThat(citizen.upload("/api/v1/uploads", "../../x.jpg", new byte[13 << 20])
                        .code())
                .isEqualTo("photo.too-large");
        assertThat(citizen.upload("/api/v1/uploads", "x.jpg", new byte[23 << 20])
                        .status())
                .isEqualTo(413);
        Api.Answer bomb = citizen.upload("/api/v1/uploads", "small.png", claiming(60_000));
        assertThat(bomb.code()).as(bomb.text()).isEqualTo("photo.pixels");
    }

    @Test
    void parts_that_nobody_can_read_are_the_senders_mistake() {
        Api.Answer unreadable = citizen.post(
                "/api/v1/uploads",
                UUID.randomUUID().toString(),
                "no part at all",
                "Content-Type",
                "multipart/form-data");
        assertThat(unreadable.status()).as(unreadable.text()).isEqualTo(400);
        assertThat(unreadable.code()).isEqualTo("request.invalid");
    }

    /** A hundred bytes of a picture that takes fourteen gigabytes once it is opened. */
    private static byte[] claiming(int pixelsAside) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        ByteBuffer png = ByteBuffer.wrap(out.toByteArray());
        png.putInt(16, pixelsAside).putInt(20, pixelsAside);
        CRC32 check = new CRC32();
        check.update(png.array(), 12, 17);
        return png.putInt(29, (int) check.getValue()).array();
    }
}
