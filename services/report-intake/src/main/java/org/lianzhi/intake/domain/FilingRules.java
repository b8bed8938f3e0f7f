package org.lianzhi.intake.domain;

import static org.lianzhi.intake.domain.ReportForm.isText;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportForm.Contact;
import org.lianzhi.model.RuleViolated;

/** What a report must say before it can be filed. No more is asked than somebody needs in order to look into it. */
public final class FilingRules {

    static final int DESCRIPTION_AT_LEAST = 5;
    static final int DESCRIPTION_AT_MOST = 5000;
    static final int WORDS_AT_MOST = 500;
    static final int CONTACT_AT_MOST = 100;

    /** Clocks of phones are not exact. */
    static final Duration CLOCK_ERROR = Duration.ofMinutes(15);

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{5,24}");

    /** How somebody reports without filling in the form: it is entered by an officer. */
    static final Set<String> ENTERED_BY = Set.of("phone", "letter", "walk-in", "hotline", "inspection");

    private final Codes codes;

    public FilingRules(Codes codes) {
        this.codes = codes;
    }

    /**
     * Checks a form.
     *
     * @throws RuleViolated {@code report.incomplete} with an argument {@code field:problem} for each problem, never with
     *     what was entered
     */
    public void check(ReportForm form, Instant now) {
        List<String> problems = problems(form, now);
        if (!problems.isEmpty()) {
            throw new RuleViolated("report.incomplete", problems.toArray());
        }
    }

    /**
     * Checks how a report came that an officer enters.
     *
     * @return the channel
     * @throws RuleViolated {@code report.channel-unknown} or {@code report.outside-number-too-long} (characters allowed)
     */
    public static String checkEntered(@Nullable String channel, @Nullable String outsideNumber) {
        if (channel == null || !ENTERED_BY.contains(channel)) {
            throw new RuleViolated("report.channel-unknown");
        }
        if (outsideNumber != null && outsideNumber.length() > CONTACT_AT_MOST) {
            throw new RuleViolated("report.outside-number-too-long", CONTACT_AT_MOST);
        }
        return channel;
    }

    List<String> problems(ReportForm form, Instant now) {
        List<String> problems = new ArrayList<>();
        code("category", form.category(), codes.categories(), true, problems);
        code("weather", form.weather(), codes.weather(), false, problems);
        code("language", form.language(), codes.languages(), false, problems);
        description(form.description(), problems);
        places(form, problems);
        if (form.observedAt() != null && form.observedAt().isAfter(now.plus(CLOCK_ERROR))) {
            problems.add("observedAt:in-the-future");
        }
        contact(form.contact(), problems);
        return problems;
    }

    private static void code(
            String field, @Nullable String code, Set<String> known, boolean needed, List<String> problems) {
        if (!isText(code)) {
            if (needed) {
                problems.add(field + ":missing");
            }
        } else if (!known.contains(code)) {
            problems.add(field + ":unknown");
        }
    }

    private static void description(@Nullable String description, List<String> problems) {
        int length = description == null ? 0 : description.strip().length();
        if (length < DESCRIPTION_AT_LEAST) {
            problems.add(length == 0 ? "description:missing" : "description:too-short");
        } else if (length > DESCRIPTION_AT_MOST) {
            problems.add("description:too-long");
        }
    }

    private static void places(ReportForm form, List<String> problems) {
        if (form.places().isEmpty()) {
            problems.add("affectedWater:missing");
        } else if (form.whereToBegin().isEmpty()) {
            problems.add("affectedWater:county-missing");
        }
        place("affectedWater", form.affectedWater(), problems);
        place("suspectedSource", form.suspectedSource(), problems);
        place("suspectedOutlet", form.suspectedOutlet(), problems);
        place("suspectedFacility", form.suspectedFacility(), problems);
    }

    /** @throws RuleViolated for what is no position */
    public static void checkPin(GivenPlace place) {
        List<String> problems = new ArrayList<>();
        place("pin", place, problems);
        if (!place.hasPin() || !problems.isEmpty()) {
            throw new RuleViolated("report.pin-wrong");
        }
    }

    private static void place(String field, @Nullable GivenPlace place, List<String> problems) {
        if (place == null) {
            return;
        }
        if (place.hasHalfAPin() || !place.isOnEarth()) {
            problems.add(field + ":no-position");
        }
        if (place.accuracyM() != null && !(place.accuracyM() >= 0)) {
            problems.add(field + ":no-accuracy");
        }
        if (place.datum() != null
                && !Set.of(GivenPlace.WGS_84, GivenPlace.GCJ_02).contains(place.datum())) {
            problems.add(field + ":unknown-datum");
        }
        tooLong(field, place.words(), WORDS_AT_MOST, problems);
    }

    private static void contact(@Nullable Contact contact, List<String> problems) {
        if (contact == null) {
            return;
        }
        tooLong("contact.name", contact.name(), CONTACT_AT_MOST, problems);
        form("contact.phone", contact.phone(), PHONE, problems);
        form("contact.email", contact.email(), EMAIL, problems);
        tooLong("contact.address", contact.address(), WORDS_AT_MOST, problems);
        channels(contact, problems);
    }

    /** Whoever may be called has a number: a channel that leads nowhere is a promise that cannot be kept. */
    private static void channels(Contact contact, List<String> problems) {
        for (String channel : contact.channelsOrNone()) {
            switch (channel) {
                case "call", "text" -> needed("contact.phone", contact.phone(), problems);
                case "email" -> needed("contact.email", contact.email(), problems);
                case "post" -> needed("contact.address", contact.address(), problems);
                case null, default -> problems.add("contact.channels:unknown");
            }
        }
    }

    private static void needed(String field, @Nullable String text, List<String> problems) {
        String missing = field + ":missing";
        if (!isText(text) && !problems.contains(missing)) {
            problems.add(missing);
        }
    }

    private static void form(String field, @Nullable String text, Pattern pattern, List<String> problems) {
        if (text != null && isText(text)) {
            tooLong(field, text, CONTACT_AT_MOST, problems);
            if (text.length() <= CONTACT_AT_MOST
                    && !pattern.matcher(text.strip()).matches()) {
                problems.add(field + ":invalid");
            }
        }
    }

    private static void tooLong(String field, @Nullable String text, int most, List<String> problems) {
        if (text != null && text.length() > most) {
            problems.add(field + ":too-long");
        }
    }
}
