package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.media.Photos;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Faces and plates are covered before anything leaves; what stays here stays whole. */
@IntakeTest
class CoveredPhotosTest {

    private static final String BOX = "{\"boxes\":[{\"left\":0,\"top\":0,\"width\":50,\"height\":100}]}";

    @LocalServerPort
    private int port;

    private Api officer = Api.anybody(0);
    private Api other = Api.anybody(0);
    private String photo = "";
    private String report = "";

    @BeforeEach
    void aReportWithAWhitePhoto() throws IOException {
        Api anybody = Api.anybody(port);
        officer = anybody.as("hn", "431129-branch", "officer");
        other = anybody.as("gx", "451123-branch", "officer");
        BufferedImage white = new BufferedImage(100, 50, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 100; x++) {
            for (int y = 0; y < 50; y++) {
                white.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(white, "png", file);
        photo = anybody.upload("/api/v1/uploads", "a.png", file.toByteArray())
                .json()
                .path("id")
                .asString();
        report = "/api/v1/reports/"
                + anybody.post("/api/v1/reports", Bodies.report("Brown water", photo))
                        .json()
                        .path("number")
                        .asString();
        Bodies.opened(officer, report);
    }

    private String at(String what) {
        return report + "/photos/" + photo + what;
    }

    private static int red(byte[] jpeg, int x) throws IOException {
        return new Color(ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(x, 25)).getRed();
    }

    @Test
    void what_is_covered_leaves_covered_and_stays_whole_in_the_vault() throws IOException {
        JsonNode covered = officer.post(at("/cover"), BOX).json();
        assertThat(covered.path("boxes").path(0).path("width").asInt()).isEqualTo(50);
        byte[] toRelease = officer.get(at("/to-release")).body();
        assertThat(Photos.sha256(toRelease)).isEqualTo(covered.path("sha256").asString());
        assertThat(List.of(red(toRelease, 10) < 40, red(toRelease, 90) > 220)).containsExactly(true, true);
        assertThat(red(officer.get(at("")).body(), 10)).isGreaterThan(220);

        assertThat(officer.post(report + "/release", shown("0".repeat(64))).code())
                .isEqualTo("report.release.photo-changed");
        assertThat(officer.post(
                                report + "/release",
                                shown(covered.path("sha256").asString()))
                        .status())
                .isEqualTo(200);
        String released = "/api/v1/released-photos/" + photo;
        await().atMost(Duration.ofSeconds(30)).until(() -> other.get(released).status() == 200);
        assertThat(other.get(released).body()).isEqualTo(toRelease);

        officer.post(at("/cover"), "{\"boxes\":[]}");
        assertThat(red(officer.get(at("/to-release")).body(), 10)).isGreaterThan(220);
        assertThat(other.get(released).body()).as("as it was released").isEqualTo(toRelease);
    }

    private String shown(String sha256) {
        return Bodies.release(photo)
                .replace("\"photos\":", "\"shown\": {\"" + photo + "\": \"" + sha256 + "\"}, \"photos\":");
    }

    @Test
    void boxes_outside_of_the_picture_or_too_many_are_refused_and_change_nothing() {
        for (String bad : List.of(
                "{\"boxes\":[{\"left\":90,\"top\":0,\"width\":50,\"height\":10}]}",
                "{\"boxes\":[{\"left\":0,\"top\":0,\"width\":0,\"height\":10}]}",
                "{}",
                "{\"boxes\":[" + "{\"left\":0,\"top\":0,\"width\":1,\"height\":1},".repeat(20)
                        + "{\"left\":0,\"top\":0,\"width\":1,\"height\":1}]}")) {
            assertThat(officer.post(at("/cover"), bad).status()).isBetween(400, 422);
        }
        assertThat(officer.get(at("/cover")).json().path("boxes")).isEmpty();
    }

    @Test
    void only_the_office_that_received_the_report_covers_and_sees_what_would_leave() {
        Api anybody = Api.anybody(port);
        for (Api who : List.of(
                other,
                anybody.as("hn", "431125-branch", "officer"),
                anybody.as("hn", "430000-department", "supervisor"),
                anybody.as("hn", "431129-laboratory", "laboratory"))) {
            assertThat(List.of(
                            who.post(at("/cover"), BOX).status(),
                            who.get(at("/cover")).status(),
                            who.get(at("/to-release")).status()))
                    .containsOnly(404);
        }
        assertThat(officer.post(report + "/photos/no-such-photo/cover", BOX).status())
                .isEqualTo(404);
        assertThat(anybody.post(at("/cover"), BOX).status()).isEqualTo(401);
    }
}
