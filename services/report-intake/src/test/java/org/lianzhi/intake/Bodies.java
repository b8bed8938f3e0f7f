package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.lianzhi.test.Api;
import tools.jackson.databind.JsonNode;

/** What is sent. The place is at Lingbeitang reservoir, as far as the demonstration data say where that is. */
public final class Bodies {

    private Bodies() {}

    public static String report(String description, String... photos) {
        String ids = photos.length == 0 ? "" : "\"" + String.join("\",\"", photos) + "\"";
        return """
            {"form": {
              "category": "livestock-wastewater",
              "affectedWater": {"latitude": 24.95, "longitude": 111.45, "accuracyM": 20, "county": "431129"},
              "suspectedSource": {"words": "the pig farm", "county": "451123"},
              "observedAt": "2024-07-08T01:00:00Z", "stillGoingOn": true, "weather": "rain",
              "description": "%s",
              "contact": {"name": "Li", "phone": "+86 746 000 0000", "email": "li@example.org"},
              "language": "zh-CN"},
             "photos": [%s], "synthetic": true}\
            """.formatted(description, ids);
    }

    /** A report with what the reporter said, for somebody who has said why. */
    static JsonNode opened(Api officer, String report) {
        Api.Answer opened = officer.post(report + "/opening", "{\"reason\":\"handling\"}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        return opened.json();
    }

    static String release(String... photos) {
        String ids = photos.length == 0 ? "" : "\"" + String.join("\",\"", photos) + "\"";
        return """
            {"summary": {
              "category": "livestock-wastewater", "text": "Waste water ran into the reservoir.",
              "allegedCause": "Deliberate discharge by a farm",
              "affectedWater": {"county": "431129", "name": "Lingbeitang reservoir"},
              "suspectedFacility": {"county": "451123", "name": "a pig farm"},
              "observedAt": "2024-07-08T01:00:00Z", "weather": "rain", "stillGoingOn": true, "photos": [%s]},
             "escalation": {"agreement": "hunan-guangxi", "agreementVersion": 1,
              "lead": "hn", "leadBureau": "431129-branch",
              "counterpart": "gx", "counterpartBureau": "451123-branch", "ground": "affected-water"}}\
            """.formatted(ids);
    }

    static byte[] photo() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The boxes of an MP4 with that many bytes where the pictures would be. */
    static byte[] film(int bytes) {
        byte[] kind = "ftypisom\0\0\2\0isom".getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(kind.length + 4 + 8 + bytes + 8)
                .putInt(kind.length + 4)
                .put(kind)
                .putInt(8 + bytes)
                .put("mdat".getBytes(StandardCharsets.ISO_8859_1))
                .position(kind.length + 4 + 8 + bytes)
                .putInt(8)
                .put("moov".getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }
}
