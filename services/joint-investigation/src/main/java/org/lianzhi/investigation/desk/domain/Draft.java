package org.lianzhi.investigation.desk.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Photo;
import org.lianzhi.territory.PaperRule;

/**
 * A paper within its side.
 *
 * @param office that decides
 * @param done codes of the steps that are done
 * @param sentBack why it is to be prepared anew; null where it is not
 * @param by reference of who prepared it; null for what no person did
 */
public record Draft(
        String paper,
        String kind,
        String number,
        String office,
        String about,
        List<Photo> pages,
        List<String> done,
        @Nullable String sentBack,
        @Nullable String by,
        Instant at) {

    public Draft {
        pages = List.copyOf(pages);
        done = List.copyOf(done);
    }

    Draft doing(String step) {
        List<String> more = new ArrayList<>(done);
        more.add(step);
        return new Draft(paper, kind, number, office, about, pages, more, sentBack, by, at);
    }

    Draft sentBack(String reasons) {
        return new Draft(paper, kind, number, office, about, pages, List.of(), reasons, by, at);
    }

    /** What is still to be done, in the order of the data. */
    public List<String> openSteps(List<PaperRule.Step> steps) {
        return steps.stream()
                .map(PaperRule.Step::id)
                .filter(step -> sentBack != null || !done.contains(step))
                .toList();
    }
}
