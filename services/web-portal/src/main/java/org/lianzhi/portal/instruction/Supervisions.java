package org.lianzhi.portal.instruction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.client.TooOften;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads instructions. */
@Component
public final class Supervisions {

    static final String INSTRUCTIONS = "/api/v1/cases/{id}/instructions";

    private final Service jointInvestigation;

    Supervisions(Service jointInvestigation) {
        this.jointInvestigation = jointInvestigation;
    }

    SupervisionView of(String caseId) {
        return jointInvestigation.get(SupervisionView.class, "/api/v1/cases/{id}/supervision", caseId);
    }

    SupervisionView.Given one(SupervisionView view, String ref) {
        return view.instructions().stream()
                .filter(given -> given.id().equals(ref))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    SupervisionView.Listed list(String view, int page, int size) {
        return jointInvestigation.get(
                SupervisionView.Listed.class,
                "/api/v1/instructions?view={view}&page={page}&size={size}",
                view,
                page,
                size);
    }

    /** What the own office owes; null if the service is away. */
    public SupervisionView.@Nullable Listed owed(int most) {
        try {
            return list("open", 0, most);
        } catch (Away | NotThere | TooOften away) {
            return null;
        }
    }

    /** Those of a case that are not over, beside other things of it: none if they cannot be told just now. */
    public List<SupervisionView.Given> open(String caseId) {
        try {
            return of(caseId).instructions().stream()
                    .filter(given -> !given.isOver())
                    .toList();
        } catch (Away | NotThere | TooOften away) {
            return List.of();
        }
    }
}
