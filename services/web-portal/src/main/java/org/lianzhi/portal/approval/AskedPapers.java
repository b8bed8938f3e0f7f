package org.lianzhi.portal.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.PaperActs;
import org.lianzhi.portal.client.Service;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What joint-investigation tells of papers that were put to the own office. */
@Component
class AskedPapers {

    static final String ONE = "/api/v1/papers/{case}/{paper}";

    private final Service jointInvestigation;

    AskedPapers(Service jointInvestigation) {
        this.jointInvestigation = jointInvestigation;
    }

    /** By what a paper is told from another. */
    interface Named {

        String caseId();

        @Nullable
        String category();

        @Nullable
        Place affectedWater();

        boolean synthetic();

        String id();

        String kind();

        String number();
    }

    /** What the office did last. */
    record Did(String step, boolean back, Instant at) {}

    record Item(
            String caseId,
            @Nullable String category,
            @Nullable Place affectedWater,
            boolean synthetic,
            String id,
            String kind,
            String number,
            String about,
            @Nullable String asking,
            Instant at,
            @Nullable String next,
            boolean needsHead,
            @Nullable Did last)
            implements Named {}

    record Listed(List<Item> items, long total, Map<String, Long> counts) {}

    record Step(String step, boolean done) {}

    /**
     * @param asking office that handles the case
     * @param next what is asked of the own office; absent where nothing is
     * @param needsHead whether that is for its head
     */
    record Paper(
            String caseId,
            @Nullable String category,
            @Nullable Place affectedWater,
            boolean synthetic,
            String id,
            String kind,
            String number,
            String about,
            @Nullable String asking,
            @Nullable String by,
            Instant at,
            @Nullable List<Photo> pages,
            @Nullable List<Step> steps,
            @Nullable List<PaperActs.Act> acts,
            @Nullable String next,
            boolean needsHead,
            @Nullable LocalDate issuedOn)
            implements Named {

        List<Photo> allPages() {
            return Objects.requireNonNullElse(pages, List.of());
        }

        List<Step> allSteps() {
            return Objects.requireNonNullElse(steps, List.of());
        }

        Optional<String> asked() {
            return Optional.ofNullable(next);
        }
    }

    Listed list(String view, int page, int size) {
        return jointInvestigation.get(
                Listed.class, "/api/v1/papers?view={view}&page={page}&size={size}", view, page, size);
    }

    Paper one(String caseId, String paper) {
        return jointInvestigation.get(Paper.class, ONE, caseId, paper);
    }

    ResponseEntity<byte[]> page(String caseId, String paper, String page) {
        return jointInvestigation.picture(ONE + "/pages/{page}", caseId, paper, page);
    }
}
