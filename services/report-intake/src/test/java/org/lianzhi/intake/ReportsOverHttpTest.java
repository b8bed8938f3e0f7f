package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntakeTest
class ReportsOverHttpTest {

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
    void a_report_goes_from_the_citizen_over_the_worklist_to_its_release() {
        Api.Answer upload = citizen.upload("IMG_1.jpg", Bodies.photo());
        assertThat(upload.status()).as(upload.text()).isEqualTo(201);
        String photo = upload.json().path("id").asString();
        Api.Answer filed = citizen.post("/api/v1/reports", Bodies.report("Brown water with foam", photo));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        String id = filed.json().path("number").asString();
        String code = filed.json().path("code").asString();
        assertThat(code).matches("\\d{4} \\d{4} \\d{4} \\d{4}");
        assertThat(filed.json().path("office").path("en").asString()).startsWith("Jianghua");

        JsonNode line = line(id, 1);
        assertThat(line.path("state").asString()).isEqualTo("received");
        assertThat(line.path("suspectedCounty").asString()).isEqualTo("451123");

        JsonNode view = officer.get("/api/v1/reports/" + id).json();
        assertThat(view.path("description").asString()).isEqualTo("Brown water with foam");
        assertThat(view.path("contact").path("name").asString()).isEqualTo("Li");
        assertThat(view.path("suggestion").path("counterpartBureau").asString()).isEqualTo("451123-branch");
        Api.Answer file = officer.get("/api/v1/reports/" + id + "/photos/" + photo);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");

        Api.Answer released = officer.post(
                "/api/v1/reports/" + id + "/release",
                UUID.randomUUID().toString(),
                Bodies.release(photo),
                "If-Match",
                "\"1\"");
        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(released.json().path("version").asLong()).isEqualTo(2);

        assertThat(line(id, 2, "all").path("caseId").asString()).hasSize(26);
        JsonNode tracked =
                citizen.post("/api/v1/tracking", "{\"code\":\"" + code + "\"}").json();
        assertThat(tracked.path("state").asString()).isEqualTo("cross-border");
        assertThat(tracked.path("otherBureau").asString()).isEqualTo("451123-branch");
        assertThat(tracked.path("caseProgress").path("caseId").asString()).hasSize(26);
        assertThat(tracked.path("askIfFixed").asBoolean()).isFalse();
    }

    private JsonNode line(String id, long version) {
        return line(id, version, "open");
    }

    private JsonNode line(String id, long version, String view) {
        JsonNode items = officer.get("/api/v1/reports?view=" + view, "Lianzhi-Await", "report-" + id + "@hn=" + version)
                .json()
                .path("items");
        for (JsonNode item : items) {
            if (item.path("id").asString().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("not on the list: " + items);
    }
}
