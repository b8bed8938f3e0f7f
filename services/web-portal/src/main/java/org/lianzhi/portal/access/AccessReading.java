package org.lianzhi.portal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Csv;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The access log as its page and its file show it. */
@Component
class AccessReading {

    static final String PATH = "/supervision/access";
    static final int PER_PAGE = 20;

    private final Words words;

    AccessReading(Words words) {
        this.words = words;
    }

    AccessPage page(AccessLog log, String office, int page) {
        List<Choice> offices = new ArrayList<>();
        log.offices().forEach(code -> offices.add(Choice.named(code, words.office(code))));
        Paging paging = Paging.of(page, PER_PAGE, log.total());
        return new AccessPage(
                offices,
                office,
                log.from().toString(),
                log.to().toString(),
                log.open(),
                log.items().stream().map(this::line).toList(),
                paging.pages(href(PATH, log, office)),
                href(PATH + "/access-log.csv", log, office));
    }

    private static String href(String path, AccessLog log, String office) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("from", log.from())
                .queryParam("to", log.to());
        if (!office.isEmpty()) {
            address.queryParam("office", office);
        }
        return address.build().toUriString();
    }

    AccessPage.Line line(AccessLog.Look look) {
        return new AccessPage.Line(
                words.reportNumber(look.report()),
                words.office(look.office()),
                who(look.role(), look.person()),
                "access.part." + look.part(),
                look.at(),
                reason(look),
                state(look.reviews()),
                look.reviews().stream().map(this::review).toList(),
                PATH + "/" + look.id());
    }

    private @Nullable String reason(AccessLog.Look look) {
        if (look.code() == null) {
            return look.reason();
        }
        String reason = words.sayOr("opening.reason." + look.code(), look.code());
        return look.reason() == null ? reason : words.say("access.reason", reason, look.reason());
    }

    private String who(String role, @Nullable String person) {
        String named = words.sayOr("role." + role, role);
        return person == null ? named : named + " " + person;
    }

    private AccessPage.Review review(AccessLog.Review review) {
        return new AccessPage.Review(
                verdict(review.verdict()),
                words.office(review.office()) + " " + Objects.requireNonNullElse(review.person(), ""),
                review.at(),
                review.note());
    }

    /** The last review holds. */
    private static Tag state(List<AccessLog.Review> reviews) {
        return reviews.isEmpty()
                ? new Tag("access.state.open", Tone.PLAIN)
                : verdict(reviews.getLast().verdict());
    }

    private static Tag verdict(String verdict) {
        return new Tag("access.state." + verdict, verdict.equals("questioned") ? Tone.WRONG : Tone.DONE);
    }

    String csv(List<AccessLog.Look> looks) {
        List<String> header = List.of("at", "report", "office", "who", "part", "reason", "state").stream()
                .map(column -> words.say("access.column." + column))
                .toList();
        return Csv.of(
                header,
                looks.stream()
                        .map(look -> List.of(
                                look.at().toString(),
                                words.reportNumber(look.report()),
                                words.office(look.office()),
                                who(look.role(), look.person()),
                                words.sayOr("access.part." + look.part(), look.part()),
                                Objects.requireNonNullElse(reason(look), words.say("access.noreason")),
                                words.say(state(look.reviews()).key())))
                        .toList());
    }
}
