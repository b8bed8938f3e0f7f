package org.lianzhi.portal.worklist;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the worklist is shown, as the address says. What it does not understand it leaves out.
 *
 * @param chosen by name of the parameter: {@code kind}, {@code category}, {@code who}, {@code text}
 */
record WorklistFilter(Worklist view, Map<String, String> chosen, int page) {

    static final String PATH = "/staff/worklist";
    static final String KIND = "kind";
    static final String CATEGORY = "category";
    static final String WHO = "who";
    static final String TEXT = "text";

    /** Of {@link #WHO}: what the reader has taken on. */
    static final String ME = "me";

    /** Of {@link #WHO}: what nobody has taken on. */
    static final String NOBODY = "nobody";

    static WorklistFilter of(Map<String, String> parameters) {
        Map<String, String> chosen = new LinkedHashMap<>();
        take(parameters, chosen, KIND, "report|case|instruction");
        take(parameters, chosen, CATEGORY, "[a-z-]{1,40}");
        take(parameters, chosen, WHO, ME + "|" + NOBODY);
        String text = parameters.getOrDefault(TEXT, "").strip();
        if (!text.isEmpty() && text.length() <= 40) {
            chosen.put(TEXT, text);
        }
        String page = parameters.getOrDefault("page", "1");
        return new WorklistFilter(
                Worklist.named(parameters.getOrDefault("view", Worklist.MINE.code())),
                chosen,
                page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1);
    }

    private static void take(Map<String, String> from, Map<String, String> to, String name, String pattern) {
        String value = from.getOrDefault(name, "");
        if (value.matches(pattern)) {
            to.put(name, value);
        }
    }

    @Nullable
    String of(String name) {
        return chosen.get(name);
    }

    /** Whether something is left out of the view. */
    boolean narrows() {
        return !chosen.isEmpty();
    }

    /**
     * Whether a matter is shown.
     *
     * @param assigned reference of the person who has taken it on; null for nobody
     */
    boolean shows(Listed listed, @Nullable String assigned, @Nullable String me) {
        return matches(KIND, listed.kind())
                && matches(CATEGORY, listed.category())
                && isFor(assigned, me)
                && hasText(listed.item().number());
    }

    /** A matter with what it is chosen by; who deals with it where its own record says so. */
    record Listed(
            String kind,
            @Nullable String category,
            @Nullable String person,
            WorklistPage.Item item) {}

    private boolean matches(String name, @Nullable String value) {
        String wanted = of(name);
        return wanted == null || wanted.equals(value);
    }

    private boolean isFor(@Nullable String assigned, @Nullable String me) {
        String wanted = of(WHO);
        return wanted == null || (wanted.equals(NOBODY) ? assigned == null : assigned != null && assigned.equals(me));
    }

    /** Part of a number, written with or without its hyphens. */
    private boolean hasText(String number) {
        String wanted = of(TEXT);
        return wanted == null || plain(number).contains(plain(wanted));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    /** The same choice in another view, or as a file. */
    String href(String path, Worklist other) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (other != Worklist.MINE) {
            address.queryParam("view", other.code());
        }
        chosen.forEach(address::queryParam);
        return address.build().encode().toUriString();
    }

    String without(String name) {
        Map<String, String> rest = new LinkedHashMap<>(chosen);
        rest.remove(name);
        return new WorklistFilter(view, rest, 1).href(PATH, view);
    }

    /** What a saved view keeps. */
    String query() {
        String address = href(PATH, view);
        int at = address.indexOf('?');
        return at < 0 ? "" : address.substring(at + 1);
    }
}
