package org.lianzhi.portal.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Over what figures are asked, as the address says. What it does not understand it leaves out.
 *
 * @param chosen by name of the parameter
 * @param state of which the time is looked at; absent for all
 */
record FigureFilter(Map<String, String> chosen, @Nullable String state, int page) {

    static final String PATH = "/supervision/figures";
    static final List<String> CHIPS = List.of("from", "to", "agreement", "office");
    private static final String CODE = "[a-z0-9-]{1,40}";

    static FigureFilter of(Map<String, String> parameters) {
        Map<String, String> chosen = new LinkedHashMap<>();
        day(parameters, chosen, "from");
        day(parameters, chosen, "to");
        take(parameters, chosen, "agreement", CODE);
        take(parameters, chosen, "office", CODE);
        take(parameters, chosen, "data", "real|synthetic");
        String state = parameters.getOrDefault("state", "");
        String page = parameters.getOrDefault("page", "1");
        return new FigureFilter(
                chosen, state.matches(CODE) ? state : null, page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1);
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

    @Nullable
    String of(String name) {
        return chosen.get(name);
    }

    /** The same choice elsewhere. */
    String href(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        chosen.forEach(address::queryParam);
        if (state != null) {
            address.queryParam("state", state);
        }
        return address.build().toUriString();
    }

    /** With another value of one choice; null leaves it out. */
    String with(String path, String name, @Nullable String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(href(path));
        return (value == null ? address.replaceQueryParam(name) : address.replaceQueryParam(name, value))
                .build()
                .toUriString();
    }
}
