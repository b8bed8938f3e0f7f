package org.lianzhi.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.domain.ReportForm.Contact;
import org.lianzhi.model.RuleViolated;

class FilingRulesTest {

    private static final Instant NOW = Reports.MORNING;
    private static final GivenPlace PIN = new GivenPlace(24.95, 111.45, 20.0, "GCJ-02", null, null);

    private final FilingRules rules = new FilingRules(Reports.CODES);

    @Test
    void category_place_and_a_few_words_are_enough() {
        assertThat(problems("other", PIN, null, null, null, "Brown foam", null)).isEmpty();
        assertThat(problems("other", words("behind the mill", "431129"), null, null, null, "Brown foam", null))
                .isEmpty();
    }

    @Test
    void an_empty_form_is_told_all_that_is_missing() {
        assertThat(rules.problems(ReportForm.EMPTY, NOW))
                .containsExactly("category:missing", "description:missing", "affectedWater:missing");
    }

    @Test
    void codes_must_be_known() {
        assertThat(problems("volcano", PIN, null, null, "hail", "Brown foam", null))
                .containsExactly("category:unknown", "weather:unknown");
    }

    @Test
    void what_an_officer_enters_came_by_a_known_way_and_never_by_the_form() {
        for (String way : FilingRules.ENTERED_BY) {
            assertThat(FilingRules.checkEntered(way, null)).isEqualTo(way);
        }
        for (String none : new String[] {"web", "", "pigeon"}) {
            assertThatThrownBy(() -> FilingRules.checkEntered(none, null))
                    .isInstanceOf(RuleViolated.class)
                    .hasMessageContaining("report.channel-unknown");
        }
        assertThatThrownBy(() -> FilingRules.checkEntered("phone", "1".repeat(101)))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("report.outside-number-too-long");
    }

    @Test
    void words_alone_do_not_say_which_bureau_is_to_read_them() {
        assertThat(problems("other", words("behind the mill", null), null, null, null, "Brown foam", null))
                .containsExactly("affectedWater:county-missing");
    }

    @Test
    void any_one_of_the_three_places_is_enough() {
        for (int given = 0; given < 3; given++) {
            assertThat(rules.problems(onlyPlace(given, PIN), NOW)).isEmpty();
            assertThat(rules.problems(onlyPlace(given, words("behind the mill", "431129")), NOW))
                    .isEmpty();
            assertThat(rules.problems(onlyPlace(given, words("behind the mill", null)), NOW))
                    .containsExactly("affectedWater:county-missing");
        }
        assertThat(rules.problems(onlyPlace(2, new GivenPlace(24.95, null, null, null, null, null)), NOW))
                .containsExactly("suspectedFacility:no-position");
    }

    private static ReportForm onlyPlace(int which, GivenPlace place) {
        return new ReportForm(
                "other",
                which == 0 ? place : null,
                null,
                which == 1 ? place : null,
                which == 2 ? place : null,
                null,
                null,
                null,
                "Brown foam",
                null,
                "en");
    }

    @Test
    void a_place_lies_on_earth() {
        GivenPlace half = new GivenPlace(24.95, null, null, null, null, null);
        GivenPlace beyond = new GivenPlace(95.0, 111.0, -1.0, "MARS-1", "x".repeat(501), null);
        assertThat(problems("other", half, beyond, null, null, "Brown foam", null))
                .containsExactly(
                        "affectedWater:no-position",
                        "suspectedSource:no-position",
                        "suspectedSource:no-accuracy",
                        "suspectedSource:unknown-datum",
                        "suspectedSource:too-long");
    }

    @Test
    void it_was_seen_before_now_but_for_the_error_of_a_phones_clock() {
        assertThat(problems("other", PIN, null, NOW.plus(Duration.ofMinutes(15)), null, "Brown foam", null))
                .isEmpty();
        assertThat(problems("other", PIN, null, NOW.plus(Duration.ofMinutes(16)), null, "Brown foam", null))
                .containsExactly("observedAt:in-the-future");
    }

    @Test
    void a_contact_can_be_reached() {
        assertThat(problems("other", PIN, null, null, null, "Brown foam", contact("李", "+86 746 12345", "a@b.cn")))
                .isEmpty();
        assertThat(problems("other", PIN, null, null, null, "Brown foam", contact("x".repeat(101), "call me", "a@b")))
                .containsExactly("contact.name:too-long", "contact.phone:invalid", "contact.email:invalid");
    }

    @Test
    void a_refusal_repeats_nothing_that_was_entered() {
        ReportForm form = new ReportForm(
                "CANARY",
                PIN,
                null,
                null,
                null,
                null,
                null,
                null,
                "x",
                new Contact("CANARY", "CANARY", "CANARY", "CANARY".repeat(100), List.of("CANARY")),
                "CANARY");
        assertThatThrownBy(() -> rules.check(form, NOW)).isInstanceOfSatisfying(RuleViolated.class, violated -> {
            assertThat(violated.code()).isEqualTo("report.incomplete");
            assertThat(violated.arguments()).contains("description:too-short");
            assertThat(violated).hasMessageNotContaining("CANARY");
        });
    }

    private static GivenPlace words(String words, @Nullable String county) {
        return new GivenPlace(null, null, null, null, words, county);
    }

    private List<String> problems(
            String category,
            GivenPlace water,
            @Nullable GivenPlace source,
            @Nullable Instant observedAt,
            @Nullable String weather,
            String description,
            @Nullable Contact contact) {
        return rules.problems(
                new ReportForm(
                        category, water, source, null, null, observedAt, null, weather, description, contact, "en"),
                NOW);
    }

    @Test
    void only_a_channel_that_leads_somewhere_can_be_opted_into() {
        assertThat(problems(
                        "other",
                        PIN,
                        null,
                        null,
                        null,
                        "Brown foam",
                        new Contact("李", "+86 746 12345", null, "岭背塘村", List.of("call", "text", "post"))))
                .isEmpty();
        assertThat(problems(
                        "other",
                        PIN,
                        null,
                        null,
                        null,
                        "Brown foam",
                        new Contact("李", null, null, null, List.of("call", "text", "email", "post", "pigeon"))))
                .containsExactly(
                        "contact.phone:missing",
                        "contact.email:missing",
                        "contact.address:missing",
                        "contact.channels:unknown");
    }

    private static Contact contact(String name, String phone, String email) {
        return new Contact(name, phone, email, null, null);
    }
}
