package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** When there is no place for one more photo. */
@IntakeTest
@TestPropertySource(properties = "lianzhi.intake.crowd.uploads-at-once=0")
class CrowdedUploadsTest {

    private static final int PATIENCE_MS = 20_000;

    @LocalServerPort
    private int port;

    @Test
    void who_finds_no_place_is_told_so_before_the_file_has_come() throws IOException {
        try (Socket citizen = new Socket(InetAddress.getLoopbackAddress(), port)) {
            citizen.setSoTimeout(PATIENCE_MS);
            citizen.getOutputStream().write("""
                POST /api/v1/uploads HTTP/1.1
                Host: localhost
                Idempotency-Key: 5d6d5d0e-6a2b-4b55-9a53-4f3f4b1a2c3d
                Content-Type: multipart/form-data; boundary=edge
                Content-Length: 20000000

                --edge
                Content-Disposition: form-data; name="photo"; filename="photo.jpg"

                the beginning\
                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            citizen.getOutputStream().flush();

            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(citizen.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 503");
        }
    }
}
