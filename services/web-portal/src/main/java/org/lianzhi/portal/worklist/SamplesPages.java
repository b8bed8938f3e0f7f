package org.lianzhi.portal.worklist;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Acts;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The laboratory's own list. */
@Controller
class SamplesPages {

    private final Service jointInvestigation;
    private final Words words;

    SamplesPages(Service jointInvestigation, Words words) {
        this.jointInvestigation = jointInvestigation;
        this.words = words;
    }

    private record Sent(List<Line> items) {}

    private record Line(
            String caseId,
            String sampleId,
            String number,
            String medium,
            String state,
            List<String> parameters,
            @Nullable Instant handedOverAt,
            @Nullable String seal,
            @Nullable Boolean synthetic) {}

    @GetMapping("/staff/samples")
    String samples(Authentication signedIn, Model model) {
        if (!Reader.of(signedIn).isLaboratory()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Sent sent = jointInvestigation.get(Sent.class, "/api/v1/samples");
        model.addAttribute(
                "page",
                new SamplesPage(sent.items().stream()
                        .sorted(Comparator.comparingInt(SamplesPages::rank)
                                .thenComparing(Line::handedOverAt, Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(this::sample)
                        .toList()));
        return "portal/worklist/samples";
    }

    private static int rank(Line line) {
        return switch (line.state()) {
            case "sent" -> 0;
            case "received" -> 1;
            default -> 2;
        };
    }

    private SamplesPage.Sample sample(Line line) {
        String caseHref = Acts.caseHref(line.caseId());
        String next = switch (line.state()) {
            case "sent" -> "receive-sample";
            case "received" -> "enter-results";
            default -> "";
        };
        return new SamplesPage.Sample(
                next.isEmpty() ? caseHref : caseHref + "/" + next + "/" + line.sampleId(),
                line.number(),
                words.caseNumber(line.caseId()),
                words.sayOr("case.sample.medium." + line.medium(), line.medium()),
                line.parameters().stream()
                        .map(parameter -> words.sayOr("parameter." + parameter, parameter))
                        .collect(Collectors.joining(words.say("words.and"))),
                new Tag("state.sample." + line.state(), next.isEmpty() ? Tone.DONE : Tone.ATTENTION),
                next.isEmpty() ? "worklist.next.none" : Acts.key(next),
                line.seal(),
                line.handedOverAt(),
                Boolean.TRUE.equals(line.synthetic()));
    }
}
