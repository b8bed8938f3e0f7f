package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

/** What the own office has on its desks about a case. Only its own people are told names. */
@Component
public class DeskReading {

    private final Service jointInvestigation;
    private final Colleagues colleagues;
    private final Drafts drafts;

    DeskReading(Service jointInvestigation, Colleagues colleagues, Drafts drafts) {
        this.jointInvestigation = jointInvestigation;
        this.colleagues = colleagues;
        this.drafts = drafts;
    }

    record Responsible(
            String person, String acting, @Nullable String note, Instant since) {}

    record Said(String text, @Nullable String by, Instant at) {}

    record View(@Nullable Responsible responsible, @Nullable List<Said> remarks) {}

    /** Beside other things of the case: none if it cannot be told just now. */
    @Nullable
    Desk shown(String caseId, Reader reader) {
        try {
            return of(caseId, reader);
        } catch (Away | NotThere | TooOften away) {
            return null;
        }
    }

    public Desk of(String caseId, Reader reader) {
        View view = jointInvestigation.get(View.class, "/api/v1/cases/{id}/desk", caseId);
        Drafts.Known papers = drafts.of(caseId);
        return new Desk(
                responsible(view.responsible(), reader),
                Objects.requireNonNullElse(view.remarks(), List.<Said>of()).stream()
                        .map(said -> new Desk.Remark(
                                said.by() == null ? null : colleagues.name(reader, said.by()), said.text(), said.at()))
                        .toList(),
                drafts.shown(caseId, papers, reader),
                drafts.issued(papers));
    }

    private List<Row> responsible(@Nullable Responsible responsible, Reader reader) {
        if (responsible == null) {
            return List.of(Row.word("case.desk.responsible", "case.desk.nobody"));
        }
        Stream<Row> standIn = responsible.acting().equals(responsible.person())
                ? Stream.empty()
                : Stream.of(Row.text("case.desk.standIn", colleagues.name(reader, responsible.acting())));
        Stream<Row> note =
                responsible.note() == null ? Stream.empty() : Stream.of(Row.text("case.desk.note", responsible.note()));
        return Stream.of(
                        Stream.of(
                                Row.text("case.desk.responsible", colleagues.name(reader, responsible.person())),
                                Row.time("case.desk.since", responsible.since())),
                        standIn,
                        note)
                .flatMap(rows -> rows)
                .toList();
    }
}
