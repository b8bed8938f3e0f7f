package org.lianzhi.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.stub.PlainBrowser;
import org.lianzhi.portal.stub.PlainBrowser.Page;
import org.lianzhi.portal.stub.StubServices;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A citizen files a report without scripts; report-intake is a stub behind real HTTP. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web-portal", "server.address=127.0.0.1", "lianzhi.portal.demo=true"})
class FilingPagesTest {

    private static final StubServices SERVICES = new StubServices();
    private static final String FILE = "POST /api/v1/reports";
    private static final String NEAR = "POST /api/v1/matters";
    private static final String FOLLOW = "POST /api/v1/matters/following";
    private static final String UPLOAD = "POST /api/v1/uploads";
    private static final String FILED = """
        {"number":"01j3x5m6hj4k2m3n4p5q6r7s8t","code":"4821 0937 5516 2043",
         "office":{"zh":"永州市生态环境局江华分局","en":"Jianghua branch"},
         "filedAt":"2026-07-20T00:42:00Z","triageBy":"2026-07-22T16:00:00Z","inBorderZone":true}\
        """;
    private static final Map<String, String> PIN = Map.of("placeLat", "24.96120", "placeLon", "111.43010");

    @LocalServerPort
    private int port;

    private PlainBrowser browser;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        SERVICES.register(properties);
    }

    @BeforeEach
    void open() {
        SERVICES.clear();
        browser = new PlainBrowser(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_report_is_filed_page_by_page_and_answered_with_a_code_and_what_happens_next() {
        SERVICES.answers(UPLOAD, 201, "{\"id\":\"u-1\",\"sha256\":\"ab\"}");
        SERVICES.answers(FILE, 201, FILED);
        answerUntilPhotos();
        browser.sendFile("/report/photos", Map.of(), "photos", "IMG_1.jpg", new byte[] {1, 2, 3});
        browser.send("/report/contact", Map.of("name", "老乡", "phone", "138 0000 0000", "email", ""));

        assertThat(browser.page().path()).isEqualTo("/report/check");
        assertThat(browser.page().text()).contains("岭背塘水库北岸", "24.96120, 111.43010", "IMG_1.jpg", "138 0000 0000");
        Page done = browser.send("/report/check", Map.of());

        assertThat(done.path()).isEqualTo("/report/done");
        assertThat(done.text())
                .contains("4821 0937 5516 2043", "永州市生态环境局江华分局", "2026年7月23日 00:00", "R-20240729-6R7S8T");
        var sent = SERVICES.asked(FILE).getFirst().json();
        assertThat(sent.path("synthetic").asBoolean()).isTrue();
        assertThat(sent.path("photos").toString()).isEqualTo("[\"u-1\"]");
        var form = sent.path("form");
        assertThat(form.path("category").asString()).isEqualTo("livestock-wastewater");
        assertThat(form.path("affectedWater").path("latitude").asDouble()).isEqualTo(24.9612);
        assertThat(form.path("affectedWater").path("datum").asString()).isEqualTo("WGS-84");
        assertThat(form.path("suspectedFacility").path("words").asString()).isEqualTo("山坡上的养猪场");
        assertThat(form.path("observedAt").asString()).isEqualTo("2026-07-20T00:30:00Z");
        assertThat(form.path("weather").asString()).isEqualTo("rain");
        assertThat(form.path("stillGoingOn").isNull()).isTrue();
        assertThat(form.path("description").asString()).startsWith("水渠里流出黑褐色的水").endsWith("有死鱼");
        assertThat(form.path("contact").path("phone").asString()).isEqualTo("138 0000 0000");
        assertThat(form.path("language").asString()).isEqualTo("zh-CN");
    }

    @Test
    void pressed_twice_or_loaded_again_it_is_one_report() {
        SERVICES.answers(FILE, 201, FILED);
        Page check = answerAll();
        browser.send("/report/check", Map.of());
        Map<String, String> again = hidden(check);

        assertThat(browser.send("/report/check", again).path()).isEqualTo("/report/done");
        assertThat(browser.open("/report/done").text()).contains("4821 0937 5516 2043");
        assertThat(SERVICES.asked(FILE)).hasSize(1);
    }

    @Test
    void whoever_is_done_leaves_neither_the_code_nor_an_unfinished_report_on_the_device() {
        SERVICES.answers(FILE, 201, FILED);
        answerAll();
        browser.send("/report/check", Map.of());
        answerUntilPhotos();
        assertThat(browser.open("/report/done").html()).contains("action=\"/status/forget\"");
        browser.send("/status/forget", Map.of());

        assertThat(browser.open("/report/done").path()).isEqualTo("/status");
        assertThat(browser.open("/report/what").path()).isEqualTo("/report/category");
    }

    @Test
    void while_the_service_is_away_nothing_is_lost_and_sending_again_is_the_same_report() {
        SERVICES.answers(FILE, 503, "{\"code\":\"service.unavailable\"}");
        SERVICES.answers(FILE, 201, FILED);
        answerAll();
        Page away = browser.send("/report/check", Map.of());

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text()).contains("没有丢失", "重新提交", "岭背塘水库北岸", "12369");
        assertThat(browser.send("/report/check", Map.of()).path()).isEqualTo("/report/done");
        assertThat(SERVICES.asked(FILE)).hasSize(2);
        assertThat(SERVICES.asked(FILE).get(0).key())
                .isNotBlank()
                .isEqualTo(SERVICES.asked(FILE).get(1).key());
    }

    @Test
    void answers_changed_after_a_failure_are_another_request() {
        SERVICES.answers(FILE, 503, "{}");
        SERVICES.answers(FILE, 201, FILED);
        answerAll();
        browser.send("/report/check", Map.of());
        browser.open("/report/category");
        browser.send("/report/category", Map.of("category", "sewage"));

        assertThat(browser.page().path()).as("a changed answer leads back").isEqualTo("/report/check");
        browser.send("/report/check", Map.of());
        assertThat(SERVICES.asked(FILE).get(0).key())
                .isNotEqualTo(SERVICES.asked(FILE).get(1).key());
    }

    @Test
    void what_the_service_misses_is_told_in_words_that_lead_to_the_question() {
        SERVICES.answers(
                FILE,
                422,
                "{\"code\":\"report.incomplete\",\"arguments\":[\"affectedWater:county-missing\",\"contact.email:invalid\",\"new:thing\"]}");
        answerAll();
        Page refused = browser.send("/report/check", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("href=\"/report/place\"", "href=\"/report/contact\"");
        assertThat(refused.text()).contains("请选择地点所在的县（区）", "请核对邮箱", "请核对填写的内容");
    }

    @Test
    void words_alone_need_a_county_from_the_list() {
        browser.open("/report/category");
        browser.send("/report/category", Map.of("category", "sewage"));
        Page asked = browser.send("/report/place", Map.of("placeWords", "村口的小河"));

        assertThat(asked.path()).isEqualTo("/report/place");
        assertThat(asked.html()).contains("href=\"#county\"", "id=\"county-error\"", "江华瑶族自治县", "村口的小河");
        assertThat(browser.send("/report/place", Map.of("placeWords", "村口的小河", "county", "431129"))
                        .path())
                .isEqualTo("/report/outlet");
        assertThat(browser.send("/report/outlet", Map.of("placeWords", "水泥管")).path())
                .as("one place that says where it is is enough")
                .isEqualTo("/report/facility");
    }

    @Test
    void none_of_the_three_places_is_not_enough_and_all_three_are_sent() {
        SERVICES.answers(FILE, 201, FILED);
        browser.open("/report/category");
        browser.send("/report/category", Map.of("category", "sewage"));
        browser.send("/report/place", Map.of());
        browser.send("/report/outlet", Map.of());
        Page none = browser.send("/report/facility", Map.of());
        assertThat(none.path()).isEqualTo("/report/facility");
        assertThat(none.text()).contains("三个地方至少填一个");
        assertThat(browser.open("/report/when").path()).isEqualTo("/report/facility");

        browser.send("/report/facility", Map.of("county", "451123"));
        browser.send("/report/outlet", PIN);
        browser.send("/report/place", Map.of("placeWords", "水库", "county", "431129"));
        browser.send("/report/when", Map.of("observedAt", "2026-07-20T08:30", "weather", "rain", "stillGoingOn", "no"));
        browser.send("/report/what", Map.of("description", "水渠里流出黑褐色的水"));
        browser.send("/report/photos", Map.of());
        browser.send("/report/contact", Map.of());
        assertThat(browser.page().text()).contains("江华瑶族自治县", "富川瑶族自治县", "24.96120, 111.43010");
        browser.send("/report/check", Map.of());

        var form = SERVICES.asked(FILE).getFirst().json().path("form");
        assertThat(form.path("affectedWater").path("county").asString()).isEqualTo("431129");
        assertThat(form.path("suspectedOutlet").path("latitude").asDouble()).isEqualTo(24.9612);
        assertThat(form.path("suspectedFacility").path("county").asString()).isEqualTo("451123");
    }

    @Test
    void category_place_and_a_few_words_are_enough() {
        SERVICES.answers(FILE, 201, FILED);
        browser.open("/report/category");
        browser.send("/report/category", Map.of("category", "sewage"));
        browser.send("/report/place", PIN);
        browser.send("/report/outlet", Map.of());
        browser.send("/report/facility", Map.of());
        assertThat(browser.send("/report/when", Map.of()).path()).isEqualTo("/report/what");
        browser.send("/report/what", Map.of("description", "河水发黑了"));
        browser.send("/report/photos", Map.of());
        Page check = browser.send("/report/contact", Map.of());
        assertThat(check.path()).isEqualTo("/report/check");
        assertThat(check.html()).doesNotContain("??");
        assertThat(browser.send("/report/check", Map.of()).path()).isEqualTo("/report/done");

        var form = SERVICES.asked(FILE).getFirst().json().path("form");
        for (String notSaid : List.of("observedAt", "weather", "stillGoingOn", "contact")) {
            assertThat(form.path(notSaid).isNull()).as(notSaid).isTrue();
        }
    }

    @Test
    void wrong_numbers_half_a_pin_and_a_time_to_come_are_told_at_their_fields() {
        browser.open("/report/category");
        browser.send("/report/category", Map.of("category", "sewage"));
        assertThat(browser.send("/report/place", Map.of("placeLat", "north", "placeLon", "111.4"))
                        .text())
                .contains("纬度应为数字");
        assertThat(browser.page().html()).contains("value=\"north\"");
        assertThat(browser.send("/report/place", Map.of("placeLat", "24.9", "placeLon", ""))
                        .text())
                .contains("要么都填");
        browser.send("/report/place", PIN);
        browser.send("/report/outlet", Map.of());
        browser.send("/report/facility", Map.of());
        Map<String, String> when =
                new HashMap<>(Map.of("observedAt", "2999-01-01T00:00", "weather", "dry", "stillGoingOn", "yes"));
        assertThat(browser.send("/report/when", when).text()).contains("这个时间还没有到");
        when.put("observedAt", "yesterday");
        assertThat(browser.send("/report/when", when).text()).contains("请填写日期和时间");
        assertThat(browser.page().html()).containsPattern("value=\"dry\"\\s+checked");
    }

    @Test
    void a_photo_that_fails_is_named_and_the_others_and_the_answers_stay() {
        SERVICES.answers(UPLOAD, 201, "{\"id\":\"u-1\",\"sha256\":\"ab\"}");
        SERVICES.answers(UPLOAD, 422, "{\"code\":\"photo.unreadable\"}");
        answerUntilPhotos();
        browser.sendFile("/report/photos", Map.of("act", "add"), "photos", "good.jpg", new byte[] {1});
        assertThat(browser.page().path()).isEqualTo("/report/photos");
        Page failed = browser.sendFile("/report/photos", Map.of(), "photos", "bad.jpg", new byte[] {2});

        assertThat(failed.text()).contains("“bad.jpg”没有添加", "good.jpg");
        browser.send("/report/photos", Map.of("remove", "u-1"));
        assertThat(browser.page().text()).doesNotContain("good.jpg");
    }

    @Test
    void where_a_whole_town_shares_an_address_nothing_is_lost_and_the_page_says_how_long_and_whom_to_phone() {
        SERVICES.answers(FILE, 429, "{\"code\":\"report.too-many\",\"work\":{\"challenge\":\"1.16.ab\",\"bits\":16}}");
        SERVICES.answers(FILE, 429, "{\"code\":\"report.too-many\",\"work\":{\"challenge\":\"2.16.cd\",\"bits\":16}}");
        SERVICES.answers(FILE, 201, FILED);
        answerAll();
        Page later = browser.send("/report/check", Map.of());

        assertThat(later.status()).isEqualTo(429);
        assertThat(later.text()).contains("请等 7 秒", "没有丢失", "岭背塘水库北岸", "12369");
        assertThat(later.html()).contains("data-work=\"1.16.ab\"", "data-work-bits=\"16\"");
        // Work that did not help is not asked for again: a page must not send itself over and over.
        Page again = browser.send("/report/check", Map.of("work", "1.16.ab.0"));
        assertThat(again.html()).doesNotContain("data-work");
        assertThat(browser.send("/report/check", Map.of()).path()).isEqualTo("/report/done");
        assertThat(SERVICES.asked(FILE)).extracting(StubServices.Asked::work).containsExactly(null, "1.16.ab.0", null);
        assertThat(SERVICES.asked(FILE))
                .extracting(StubServices.Asked::key)
                .containsOnly(SERVICES.asked(FILE).getFirst().key());
    }

    @Test
    void what_is_being_dealt_with_nearby_can_be_followed_without_reporting_it_again() {
        SERVICES.answers(NEAR, 200, """
            {"matters":[
              {"category":"sewage","county":"431129","month":"2026-07","count":1,"matter":"m-1"},
              {"category":"sewage","county":"431129","month":"2026-06","count":3,"matter":null}]}\
            """);
        SERVICES.answers(FOLLOW, 429, "{\"code\":\"report.too-many\"}");
        SERVICES.answers(FOLLOW, 201, """
            {"number":"01j3x5m6hj4k2m3n4p5q6r7s8t","code":"7302 1184 0926 5571","secret":"Zx8k2LmQ4vT7wYb1NcE9Rg",
             "office":{"zh":"永州市生态环境局江华分局","en":"Jianghua branch"},"followedAt":"2026-07-20T00:42:00Z"}\
            """);
        browser.open("/report/category");
        browser.send("/report/category", Map.of("category", "sewage"));
        Page near = browser.send("/report/place", PIN);
        assertThat(near.path()).isEqualTo("/report/near");
        assertThat(near.text()).contains("2026年7月有人举报", "江华瑶族自治县", "3 件");
        assertThat(browser.send("/report/near", Map.of()).text()).contains("请选择一件");

        Page later = browser.send("/report/near", Map.of("matter", "m-1"));
        assertThat(later.status()).isEqualTo(429);
        assertThat(later.html()).containsPattern("value=\"m-1\"\\s+checked");
        Page done = browser.send("/report/near", Map.of("matter", "m-1"));
        assertThat(done.path()).isEqualTo("/report/done");
        assertThat(done.text()).contains("您已跟进这件事", "7302 1184 0926 5571").doesNotContain("最迟告知是否受理");
        assertThat(SERVICES.asked(FOLLOW))
                .hasSize(2)
                .extracting(StubServices.Asked::key)
                .containsOnly(SERVICES.asked(FOLLOW).getFirst().key());
    }

    @Test
    void who_sees_none_of_their_own_goes_on_with_the_report() {
        SERVICES.answers(
                NEAR,
                200,
                "{\"matters\":[{\"category\":\"sewage\",\"county\":\"431129\",\"month\":\"2026-07\",\"count\":1,\"matter\":\"m-1\"}]}");
        browser.open("/report/category");
        browser.send("/report/category", Map.of("category", "sewage"));
        browser.send("/report/place", PIN);

        assertThat(browser.send("/report/near", Map.of("matter", "none")).path())
                .isEqualTo("/report/outlet");
        assertThat(SERVICES.asked(FOLLOW)).isEmpty();
    }

    @Test
    void each_channel_is_agreed_to_by_itself_and_needs_what_it_leads_to() {
        SERVICES.answers(FILE, 201, FILED);
        answerUntilPhotos();
        browser.send("/report/photos", Map.of());
        Page wrong = browser.send("/report/contact", Map.of("name", "老乡", "channels", "call"));
        assertThat(wrong.text()).contains("请填写可以联系您的电话");
        Page check = browser.send("/report/contact", Map.of("phone", "138 0000 0000", "channels", "call"));
        assertThat(check.text()).contains("可以给我打电话");
        browser.send("/report/check", Map.of());

        var contact = SERVICES.asked(FILE).getFirst().json().path("form").path("contact");
        assertThat(contact.path("channels").toString()).isEqualTo("[\"call\"]");
        assertThat(contact.path("address").isNull()).isTrue();
    }

    @Test
    void photos_can_wait_while_the_service_is_away() {
        SERVICES.answers(UPLOAD, 503, "{}");
        answerUntilPhotos();
        Page away = browser.sendFile("/report/photos", Map.of(), "photos", "a.jpg", new byte[] {1});

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text()).contains("暂时无法接收照片");
        assertThat(browser.send("/report/photos", Map.of()).path()).isEqualTo("/report/contact");
    }

    @Test
    void an_answer_without_those_before_it_is_kept_and_the_first_question_says_why() {
        browser.open("/status");
        Page page = browser.send("/report/what", Map.of("description", "水渠里流出黑褐色的水"));

        assertThat(page.path()).isEqualTo("/report/category");
        assertThat(page.text()).contains("请从这里重新填写");
    }

    @Test
    void a_page_further_on_leads_to_the_first_question_without_an_answer() {
        assertThat(browser.open("/report/check").path()).isEqualTo("/report/category");
        assertThat(browser.open("/report/done").path()).isEqualTo("/status");
    }

    @Test
    void a_photo_first_sets_the_pin_and_one_place_of_any_kind_is_enough() {
        SERVICES.answers(UPLOAD, 201, "{\"id\":\"u-1\",\"sha256\":\"ab\",\"lat\":24.95,\"lon\":111.45}");
        SERVICES.answers(FILE, 201, FILED);
        browser.open("/report/photos?first");
        browser.sendFile("/report/photos", Map.of(), "photos", "IMG_1.jpg", new byte[] {1, 2, 3});
        assertThat(browser.page().path()).isEqualTo("/report/category");
        browser.send("/report/category", Map.of("category", "sewage"));

        assertThat(browser.page().text()).contains("标记的位置来自您的照片");
        assertThat(browser.page().html()).contains("value=\"24.95\"", "value=\"111.45\"");
        browser.send("/report/place", Map.of());
        browser.send("/report/outlet", Map.of("placeLat", "24.95", "placeLon", "111.45", "placeDatum", "GCJ-02"));
        browser.send("/report/facility", Map.of());
        browser.send("/report/when", Map.of("observedAt", "2026-07-20T08:30", "weather", "rain", "stillGoingOn", "no"));
        browser.send("/report/what", Map.of("description", "水渠里流出黑褐色的水"));
        assertThat(browser.page().text()).contains("IMG_1.jpg");
        browser.send("/report/photos", Map.of());
        browser.send("/report/contact", Map.of());
        assertThat(browser.page().text()).contains("24.95000, 111.45000 (GCJ-02)");
        browser.send("/report/check", Map.of());

        var form = SERVICES.asked(FILE).getFirst().json().path("form");
        assertThat(form.path("affectedWater").isNull()).isTrue();
        assertThat(form.path("suspectedFacility").isNull()).isTrue();
        assertThat(form.path("suspectedOutlet").path("datum").asString()).isEqualTo("GCJ-02");
    }

    private void answerUntilPhotos() {
        browser.open("/report/category");
        browser.send("/report/category", Map.of("category", "livestock-wastewater"));
        Map<String, String> place = new HashMap<>(PIN);
        place.put("placeWords", "岭背塘水库北岸");
        browser.send("/report/place", place);
        browser.send("/report/outlet", Map.of());
        browser.send("/report/facility", Map.of("placeWords", "山坡上的养猪场"));
        browser.send(
                "/report/when", Map.of("observedAt", "2026-07-20T08:30", "weather", "rain", "stillGoingOn", "unknown"));
        browser.send("/report/what", Map.of("description", "水渠里流出黑褐色的水", "signs", "dead-fish"));
        assertThat(browser.page().path()).isEqualTo("/report/photos");
    }

    private Page answerAll() {
        answerUntilPhotos();
        browser.send("/report/photos", Map.of());
        Page check = browser.send("/report/contact", Map.of());
        assertThat(check.path()).isEqualTo("/report/check");
        return check;
    }

    private static Map<String, String> hidden(Page page) {
        Map<String, String> fields = new HashMap<>();
        for (String name : new String[] {"_csrf", "idempotencyKey"}) {
            fields.put(name, page.html().replaceFirst("(?s).*name=\"" + name + "\"[^>]* value=\"([^\"]*)\".*", "$1"));
        }
        return fields;
    }
}
