package org.lianzhi.portal.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.words.Words;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which steps are shown, as the address says. What it does not understand it leaves out.
 *
 * @param chosen by name of the parameter: {@code side}, {@code kind}, {@code role}, {@code from}, {@code to}
 * @param step one step that must be on the page; then nothing is filtered
 */
record StepFilter(
        Map<String, String> chosen,
        boolean oldestFirst,
        int page,
        @Nullable String step) {

    static final String SIDE = "side";
    static final String KIND = "kind";
    static final String ROLE = "role";
    static final String FROM = "from";
    static final String TO = "to";

    /** Of the kinds: every step, and what offices were told, which otherwise is left out. */
    static final String EVERYTHING = "all";

    static StepFilter of(Map<String, String> parameters) {
        String step = parameters.get("step");
        Map<String, String> chosen = new LinkedHashMap<>();
        if (EVERYTHING.equals(parameters.get(KIND))) {
            chosen.put(KIND, EVERYTHING);
        }
        if (step == null) {
            take(parameters, chosen, SIDE, "hn|gx|cn");
            take(parameters, chosen, KIND, "[a-z]{1,20}");
            take(parameters, chosen, ROLE, "[a-z]{1,20}");
            day(parameters, chosen, FROM);
            day(parameters, chosen, TO);
        }
        String page = parameters.getOrDefault("page", "1");
        return new StepFilter(
                chosen,
                "oldest".equals(parameters.get("order")),
                page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1,
                step);
    }

    private static void take(Map<String, String> from, Map<String, String> to, String name, String pattern) {
        String value = from.getOrDefault(name, "");
        if (value.matches(pattern)) {
            to.put(name, value);
        }
    }

    private static void day(Map<String, String> from, Map<String, String> to, String name) {
        try {
            to.put(name, LocalDate.parse(from.getOrDefault(name, "")).toString());
        } catch (DateTimeException noDay) {
            // An address that somebody typed: it just does not filter.
        }
    }

    /** Whether what offices were told is asked for: it is many and says little. */
    boolean withNotices() {
        return EVERYTHING.equals(of(KIND)) || StepKind.NOTICE.code().equals(of(KIND));
    }

    String order() {
        return oldestFirst ? "oldest" : "newest";
    }

    @Nullable
    String of(String name) {
        return chosen.get(name);
    }

    boolean shows(TimelineView.Step step, Words words) {
        LocalDate day = words.local(step.at()).toLocalDate();
        return matches(SIDE, step.side())
                && (EVERYTHING.equals(of(KIND))
                        || matches(KIND, StepKind.of(step.type()).code()))
                && matches(ROLE, step.role())
                && (of(FROM) == null || !day.isBefore(LocalDate.parse(Objects.requireNonNull(of(FROM)))))
                && (of(TO) == null || !day.isAfter(LocalDate.parse(Objects.requireNonNull(of(TO)))));
    }

    private boolean matches(String name, String value) {
        String wanted = of(name);
        return wanted == null || wanted.equals(value);
    }

    /** The same choice in another order. */
    String href(String path, String order) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("order", order);
        chosen.forEach(address::queryParam);
        return address.build().toUriString();
    }

    /** The same without one choice. */
    String without(String path, String name) {
        return UriComponentsBuilder.fromUriString(href(path, order()))
                .replaceQueryParam(name)
                .build()
                .toUriString();
    }
}
