package org.lianzhi.portal.cases.step;

import java.util.List;
import org.lianzhi.portal.cases.CaseView.LinkView;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** A link to another case is taken back; both stay in the record. */
@Component
class UnlinkCaseStep implements Step<UnlinkCaseForm> {

    private record Undoing(String reason) {}

    private final Words words;

    UnlinkCaseStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "unlink-case";
    }

    @Override
    public Class<UnlinkCaseForm> form() {
        return UnlinkCaseForm.class;
    }

    @Override
    public UnlinkCaseForm first(Asked asked) {
        link(asked);
        return new UnlinkCaseForm(null);
    }

    @Override
    public List<Row> context(Asked asked) {
        LinkView link = link(asked);
        return List.of(
                Row.text("case.unlink.other", words.caseNumber(link.linked())),
                Row.word("case.link.kind", "link.kind." + link.kind()),
                Row.text("case.link.reason", link.reason()),
                Row.time("case.unlink.since", link.at()));
    }

    /** The last one that the own side made to that case. */
    private static LinkView link(Asked asked) {
        var context = asked.view().context();
        if (context == null) {
            throw Asked.nothingThere();
        }
        return context.links().stream()
                .filter(link -> link.linked().equals(asked.ref()))
                .filter(link -> link.side().equals(asked.reader().side()))
                .reduce((earlier, later) -> later)
                .orElseThrow(Asked::nothingThere);
    }

    @Override
    public Command command(UnlinkCaseForm form, Asked asked) {
        return Command.of(new Undoing(Typed.text(form.reason())), "/links/{other}/undoing", asked.ref());
    }
}
