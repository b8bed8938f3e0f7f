package org.lianzhi.portal.cases.step;

import java.util.List;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.CaseView.FindingView;
import org.lianzhi.portal.cases.CaseView.InspectionView;
import org.lianzhi.portal.cases.CaseView.Ordered;
import org.lianzhi.portal.cases.CaseView.SampleView;
import org.lianzhi.portal.cases.Reader;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a step is asked about, and by whom.
 *
 * @param ref of the inspection, sample, finding, order or measure; empty if the step is about the case alone
 * @param part of that, such as the measure of an order; mostly empty
 */
record Asked(CaseView view, Reader reader, String ref, String part) {

    InspectionView inspection() {
        return view.inspection(ref).orElseThrow(Asked::nothingThere);
    }

    SampleView sample() {
        return view.sample(ref).orElseThrow(Asked::nothingThere);
    }

    FindingView finding() {
        return view.finding(ref).orElseThrow(Asked::nothingThere);
    }

    CaseView.JurisdictionView jurisdiction() {
        CaseView.JurisdictionView jurisdiction = view.jurisdiction();
        if (jurisdiction == null) {
            throw nothingThere();
        }
        return jurisdiction;
    }

    /** Both parties, the lead first. */
    static List<String> sides(CaseView view) {
        return List.of(view.lead(), view.counterpart());
    }

    String otherSide() {
        return reader.side().equals(view.lead()) ? view.counterpart() : view.lead();
    }

    CaseView.OrderView order() {
        return view.orders().stream()
                .filter(order -> order.id().equals(ref))
                .findFirst()
                .orElseThrow(Asked::nothingThere);
    }

    CaseView.Letter letter() {
        return view.letter(ref).orElseThrow(Asked::nothingThere);
    }

    /** Named by its own id, or by that of its order and its own. */
    Ordered measure() {
        return view.measures()
                .filter(ordered -> part.isEmpty()
                        ? ordered.measure().id().equals(ref)
                        : ordered.order().id().equals(ref)
                                && ordered.measure().id().equals(part))
                .reduce((earlier, later) -> later)
                .orElseThrow(Asked::nothingThere);
    }

    /** Whether it is about something that is there, or the case alone. */
    boolean hasRef() {
        return !ref.isEmpty();
    }

    /** Version of the own record. */
    long seen() {
        return view.versions().getOrDefault(reader.side(), 0L);
    }

    static ResponseStatusException nothingThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
