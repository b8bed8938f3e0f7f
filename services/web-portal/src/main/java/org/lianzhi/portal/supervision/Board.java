package org.lianzhi.portal.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.supervision.TimelineView.Listed;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which cases the address asks for.
 *
 * @param side whose supervisor asks; absent for whoever belongs to none
 * @param office code of an office that takes part; absent for all
 * @param category of pollution; absent for all
 * @param owes code of what somebody owes in them; absent for all
 * @param dormantAfter without any step
 */
record Board(
        CaseFilter view,
        @Nullable String office,
        @Nullable String category,
        @Nullable String owes,
        int page,
        @Nullable String side,
        Duration dormantAfter,
        Instant now) {

    static final String PATH = "/supervision";

    boolean isDormant(Listed listed) {
        Instant last = listed.summary().lastAt();
        return !listed.isOver() && last != null && last.plus(dormantAfter).isBefore(now);
    }

    boolean waitsForTheOther(Listed listed) {
        return listed.owed().isEmpty()
                ? listed.waiting() != null && !listed.waiting().equals(side)
                : listed.owed().stream().anyMatch(owed -> !owed.side().equals(side));
    }

    /** The cases that the view shows, the most overdue first. */
    List<Listed> shown(List<Listed> all) {
        return chosen(all).stream()
                .filter(listed -> view.shows(listed, this))
                .sorted(Comparator.comparing((Listed listed) -> !listed.isOverdue())
                        .thenComparing(
                                listed -> listed.isOverdue() ? listed.dueAt() : null,
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    List<Listed> chosen(List<Listed> all) {
        return all.stream()
                .filter(listed ->
                        category == null || category.equals(listed.summary().category()))
                .filter(listed -> owes == null || listed.owed().stream().anyMatch(owed -> owes.equals(owed.act())))
                .filter(listed -> office == null || offices(listed).anyMatch(office::equals))
                .toList();
    }

    static Stream<String> offices(Listed listed) {
        return Stream.of(listed.summary().leadBureau(), listed.summary().counterpartBureau())
                .flatMap(Stream::ofNullable);
    }

    /** How many cases each office is late with, the most first. */
    static Map<String, Long> lateOffices(List<Listed> all) {
        Map<String, Long> counts = new LinkedHashMap<>();
        all.stream()
                .flatMap(listed -> listed.owed().stream()
                        .filter(owed -> Boolean.TRUE.equals(owed.overdue()))
                        .flatMap(owed -> Stream.ofNullable(owed.bureau()))
                        .distinct())
                .forEach(bureau -> counts.merge(bureau, 1L, Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** This board in another view. */
    String href(String path, CaseFilter other) {
        return href(path, other, office, category, owes);
    }

    /** This board without one of its choices. */
    String without(String choice) {
        return href(
                PATH,
                view,
                choice.equals("office") ? null : office,
                choice.equals("category") ? null : category,
                choice.equals("owes") ? null : owes);
    }

    static String href(
            String path, CaseFilter view, @Nullable String office, @Nullable String category, @Nullable String owes) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("view", view.code());
        Stream.of(choice("office", office), choice("category", category), choice("owes", owes))
                .flatMap(Optional::stream)
                .forEach(choice -> address.queryParam(choice.getKey(), choice.getValue()));
        return address.build().toUriString();
    }

    private static Optional<Map.Entry<String, String>> choice(String name, @Nullable String value) {
        return Optional.ofNullable(value).map(known -> Map.entry(name, known));
    }
}
