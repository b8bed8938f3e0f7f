package org.lianzhi.portal.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Option;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.supervision.TimelinePage.Answered;
import org.lianzhi.portal.supervision.TimelinePage.Line;
import org.lianzhi.portal.supervision.TimelinePage.Silence;
import org.lianzhi.portal.supervision.TimelineView.Step;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The chosen steps of a timeline, each tied to the steps that it answers, comes from and had seen. */
@Component
class TimelineLines {

    private static final int STEPS_PER_PAGE = 50;
    private static final List<String> ROLES = List.of("officer", "lead", "laboratory", "citizen", "policy");

    private final Words words;
    private final TimelineReading reading;

    TimelineLines(Words words, TimelineReading reading) {
        this.words = words;
        this.reading = reading;
    }

    List<Step> chosen(TimelineView timeline, StepFilter filter) {
        return timeline.entries().stream()
                .filter(step -> filter.shows(step, words))
                .toList();
    }

    /** The page that was asked for, or the one on which the wanted step stands. */
    Paging paging(List<Step> chosen, StepFilter filter) {
        int wanted = IntStream.range(0, chosen.size())
                .filter(at -> chosen.get(at).id().equals(filter.step()))
                .map(at -> at / STEPS_PER_PAGE + 1)
                .findFirst()
                .orElse(filter.page());
        return Paging.of(wanted, STEPS_PER_PAGE, chosen.size());
    }

    List<Line> lines(TimelineView timeline, List<Step> shown) {
        Links links = new Links(timeline, shown);
        return shown.stream().map(step -> line(step, links)).toList();
    }

    private Line line(Step step, Links links) {
        TimelineView.Answer answer = step.answers();
        return new Line(
                anchor(step.id()),
                links.permalink(step.id()),
                reading.entry(step),
                step.isMachine(),
                answer == null
                        ? null
                        : new Answered(
                                links.to(answer.asked()),
                                Duration.ofMillis(answer.waitedMs()),
                                answer.dueAt(),
                                answer.late()),
                step.causedBy() == null ? null : links.to(step.causedBy()),
                step.known().stream().map(seen -> seen(step, seen, links)).toList());
    }

    private Link seen(Step step, TimelineView.Seen seen, Links links) {
        String record = step.stream().substring(0, step.stream().indexOf('@') + 1) + seen.side();
        return new Link(
                words.say("timeline.seen", words.side(seen.side()), seen.version()),
                links.ofRecord(record, seen.version()));
    }

    List<Silence> silences(TimelineView timeline, List<Step> shown, Instant now) {
        Links links = new Links(timeline, shown);
        return timeline.owed().stream()
                .map(owed -> new Silence(
                        owed.side(),
                        words.office(owed.bureau()),
                        words.sayOr("timeline.owes." + owed.act(), owed.act()),
                        links.to(owed.asked()),
                        Duration.between(owed.since(), now),
                        owed.dueAt(),
                        Boolean.TRUE.equals(owed.overdue())))
                .toList();
    }

    TimelinePage.Choices choices(TimelineView timeline, StepFilter filter, String href) {
        String query = filter.href("", filter.order());
        return new TimelinePage.Choices(
                List.of(
                        select(filter, StepFilter.SIDE, present(timeline, Step::side), words::side),
                        select(
                                filter,
                                StepFilter.KIND,
                                kinds(timeline),
                                kind -> words.sayOr("timeline.kind." + kind, kind)),
                        select(filter, StepFilter.ROLE, roles(timeline), role -> words.sayOr("role." + role, role))),
                filter.of(StepFilter.FROM),
                filter.of(StepFilter.TO),
                filter.order(),
                filter.chosen().entrySet().stream()
                        .map(choice -> new Link(
                                words.say("timeline.filter." + choice.getKey()) + ": " + value(choice),
                                filter.without(href, choice.getKey())))
                        .toList(),
                href + "/timeline.csv" + query,
                href + "/timeline.xlsx" + query,
                href + "/timeline.json" + query);
    }

    private String value(Map.Entry<String, String> choice) {
        String value = choice.getValue();
        return switch (choice.getKey()) {
            case StepFilter.SIDE -> words.side(value);
            case StepFilter.KIND -> words.sayOr("timeline.kind." + value, value);
            case StepFilter.ROLE -> words.sayOr("role." + value, value);
            default -> value;
        };
    }

    private static Select select(
            StepFilter filter, String name, Stream<String> values, Function<String, String> spoken) {
        String chosen = filter.of(name);
        return new Select(
                name,
                values.map(value -> new Option(value, spoken.apply(value), value.equals(chosen)))
                        .toList());
    }

    private static Stream<String> present(TimelineView timeline, Function<Step, String> part) {
        return timeline.entries().stream().map(part).distinct().sorted();
    }

    private static Stream<String> kinds(TimelineView timeline) {
        Set<StepKind> kinds = timeline.entries().stream()
                .map(step -> StepKind.of(step.type()))
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.add(StepKind.NOTICE);
        return Stream.concat(kinds.stream().map(StepKind::code), Stream.of(StepFilter.EVERYTHING));
    }

    private static Stream<String> roles(TimelineView timeline) {
        Set<String> present = timeline.entries().stream().map(Step::role).collect(Collectors.toSet());
        return ROLES.stream().filter(present::contains);
    }

    static String anchor(String id) {
        return "step-" + id.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** Where steps of one case stand: on this page, or on another one. */
    private final class Links {

        private final String href;
        private final Map<String, Step> all;
        private final Set<String> here;

        private Links(TimelineView timeline, List<Step> shown) {
            this.href = CasePaths.of(timeline.id());
            this.all =
                    timeline.entries().stream().collect(Collectors.toMap(Step::id, step -> step, (one, other) -> one));
            this.here = shown.stream().map(Step::id).collect(Collectors.toSet());
        }

        String permalink(String id) {
            Step step = all.get(id);
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(href).queryParam("step", "{id}");
            if (step != null && StepKind.of(step.type()) == StepKind.NOTICE) {
                address.queryParam(StepFilter.KIND, StepFilter.EVERYTHING);
            }
            return address.encode().buildAndExpand(id).toUriString() + "#" + anchor(id);
        }

        Link to(String id) {
            Step step = all.get(id);
            return new Link(step == null ? id : reading.title(step), at(id));
        }

        String ofRecord(String stream, long version) {
            return all.values().stream()
                    .filter(step -> step.stream().equals(stream) && step.version() == version)
                    .map(step -> at(step.id()))
                    .findFirst()
                    .orElse(href);
        }

        private String at(String id) {
            return here.contains(id) ? "#" + anchor(id) : permalink(id);
        }
    }

    /** What the links of a line say, one after the other. */
    static String spoken(@Nullable Link link) {
        return link == null ? "" : link.words();
    }
}
