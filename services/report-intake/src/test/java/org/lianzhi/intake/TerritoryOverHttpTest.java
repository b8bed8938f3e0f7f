package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.territory.Territory;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** An operator replaces the agreement's files while the service runs. */
@IntakeTest
class TerritoryOverHttpTest {

    private static final String PATH = "/api/v1/operations/territory";
    private static final Path FOLDER = Path.of("target", "test-territory");
    private static final Path AGREEMENT = FOLDER.resolve("hunan-guangxi/agreement.yaml");
    private static final Path MAP = FOLDER.resolve("hunan-guangxi/counties.geojson");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) throws IOException {
        ship();
        properties.add("lianzhi.territory.folder", FOLDER::toString);
    }

    @BeforeEach
    void asShipped() throws IOException {
        ship();
        assertThat(administrator().post(PATH, "{}").status()).isEqualTo(200);
    }

    private Api administrator() {
        return Api.anybody(port).as("hn", "430000-department", "administrator");
    }

    private static void ship() throws IOException {
        Files.createDirectories(AGREEMENT.getParent());
        for (Path file : List.of(AGREEMENT, MAP)) {
            try (InputStream in = Territory.class.getResourceAsStream("/territory/" + FOLDER.relativize(file))) {
                Files.write(file, Objects.requireNonNull(in).readAllBytes());
            }
        }
    }

    @Test
    void with_a_narrower_zone_a_report_is_the_own_sides_and_a_bad_map_is_refused_and_changes_nothing()
            throws IOException {
        Api anybody = Api.anybody(port);
        Api officer = anybody.as("hn", "431129-branch", "officer");
        Api administrator = administrator();
        String report = anybody.post("/api/v1/reports", Bodies.report("Brown water"))
                .json()
                .path("number")
                .asString();
        assertThat(guard(officer, report).path("proposal").asString()).isEqualTo("both-sides");
        assertThat(officer.post("/api/v1/reports/" + report + "/acceptance", "{}")
                        .code())
                .isEqualTo("report.side-unconfirmed");

        Files.writeString(AGREEMENT, Files.readString(AGREEMENT).replace("widthKm: 6", "widthKm: 0.5"));
        Api.Answer renewed = administrator.post(PATH, "{}");
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(renewed.json().path("agreements").path(0).path("zoneKm").asDouble())
                .isEqualTo(0.5);
        JsonNode water = guard(officer, report).path("places").path(0);
        assertThat(water.path("why").asString()).isEqualTo("inside");
        assertThat(water.path("zoneM").asInt()).isEqualTo(520);
        assertThat(guard(officer, report).path("proposal").asString()).isEqualTo("cross-border");

        Files.writeString(MAP, Files.readString(MAP).replaceFirst("\\[\\[\\[110\\.59609,", "[[[\"x\","));
        Api.Answer refused = administrator.post(PATH, "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("territory.refused");
        assertThat(refused.json().path("arguments").path(0).asString())
                .isEqualTo("hunan-guangxi/counties.geojson line 2: the outline of 430000 does not fit: a point needs"
                        + " longitude and latitude in degrees");
        assertThat(administrator.get(PATH).json()).isEqualTo(renewed.json());
        assertThat(guard(officer, report).path("places").path(0)).isEqualTo(water);

        for (Api other : List.of(officer, anybody.as("hn", "430000-department", "supervisor"))) {
            assertThat(other.get(PATH).status()).isEqualTo(404);
            assertThat(other.post(PATH, "{}").status()).isEqualTo(404);
        }
        assertThat(anybody.post(PATH, "{}").status()).isEqualTo(401);
    }

    @Test
    void a_report_that_is_sent_again_after_the_map_was_replaced_is_the_one_that_was_filed() throws IOException {
        Api anybody = Api.anybody(port);
        String key = UUID.randomUUID().toString();
        String body = Bodies.report("Foam on the brook");
        JsonNode filed = anybody.post("/api/v1/reports", key, body).json();

        String map = Files.readString(MAP);
        for (String[] other : new String[][] {{"431129", "451123"}, {"430000", "450000"}}) {
            map = map.replace(other[0], "here").replace(other[1], other[0]).replace("here", other[1]);
        }
        Files.writeString(MAP, map);
        Api.Answer renewed = administrator().post(PATH, "{}");
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);

        assertThat(anybody.post("/api/v1/reports", body).json().path("office"))
                .as("whoever files it now files it on the other side")
                .isNotEqualTo(filed.path("office"));
        Api.Answer again = anybody.post("/api/v1/reports", key, body);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(filed);
    }

    private static JsonNode guard(Api officer, String report) {
        return Bodies.opened(officer, "/api/v1/reports/" + report).path("guard");
    }
}
