package org.lianzhi.investigation.context;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Links;
import org.lianzhi.investigation.domain.Links.Link;
import org.lianzhi.investigation.worklist.CaseLine;
import org.lianzhi.investigation.worklist.CaseLines;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.Place;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which of the own office's other cases may be about the same matter. People decide; nothing is linked by itself. */
@RestController
class Candidates {

    private static final int MOST = 30;

    private static final Comparator<Candidate> LIKELIEST = Comparator.comparing(
                    (Candidate candidate) -> candidate.same().contains("source"))
            .thenComparing(candidate -> candidate.same().size())
            .thenComparing(Candidate::openedAt)
            .reversed();

    private final CaseStreams streams;
    private final ReadModel<CaseLine> lines;

    Candidates(CaseStreams streams, ReadModel<CaseLine> lines) {
        this.streams = streams;
        this.lines = lines;
    }

    /** @param same what is the same: {@code source}, {@code water}; empty where nothing is */
    record Candidate(
            String id,
            String category,
            Place affectedWater,
            @Nullable Place suspectedFacility,
            String state,
            Instant openedAt,
            List<String> same) {}

    record CandidateList(List<Candidate> items) {}

    @GetMapping("/api/v1/cases/{id}/link-candidates")
    CandidateList of(SignedIn who, @PathVariable String id) {
        JointCase joint = streams.loadFor(who.side(), id).joint();
        CaseRights.requireOfficer(who, joint);
        CaseOpened opened = joint.opening().orElseThrow().event();
        Set<String> linked = Links.of(joint.recordOf(who.side())).stream()
                .filter(Link::holds)
                .map(link -> link.made().event().linked())
                .collect(Collectors.toSet());
        return new CandidateList(casesOf(who.bureau()).entrySet().stream()
                .filter(other -> !other.getKey().equals(id) && !linked.contains(other.getKey()))
                .map(other -> candidate(other.getKey(), other.getValue(), opened))
                .sorted(LIKELIEST)
                .limit(MOST)
                .toList());
    }

    private Map<String, CaseLine> casesOf(String office) {
        Map<String, CaseLine> all = lines.entries(CaseLines.open(office), CaseLine.class);
        lines.entries(CaseLines.over(office), CaseLine.class).forEach(all::putIfAbsent);
        return all;
    }

    private static Candidate candidate(String id, CaseLine line, CaseOpened here) {
        boolean source = isSame(line.suspectedFacility(), here.summary().suspectedFacility());
        boolean water = isSame(line.affectedWater(), here.summary().affectedWater());
        return new Candidate(
                id,
                line.category(),
                line.affectedWater(),
                line.suspectedFacility(),
                line.state(),
                line.openedAt(),
                Stream.of(source ? "source" : "", water ? "water" : "")
                        .filter(same -> !same.isEmpty())
                        .toList());
    }

    /** By name and county, as officers wrote them: two names for one place are found by people only. */
    private static boolean isSame(@Nullable Place one, @Nullable Place other) {
        if (one == null || other == null) {
            return false;
        }
        String name = plain(one.name());
        return !name.isEmpty()
                && name.equals(plain(other.name()))
                && (one.county() == null
                        || other.county() == null
                        || one.county().equals(other.county()));
    }

    private static String plain(@Nullable String name) {
        return name == null ? "" : name.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
