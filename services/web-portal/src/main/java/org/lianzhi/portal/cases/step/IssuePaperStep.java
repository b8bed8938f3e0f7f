package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Drafts;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

/** A paper goes into the own record, where the other side sees it. */
@Component
class IssuePaperStep implements Step<IssuePaperForm> {

    private static final String NOT_NEEDED = "not-needed";

    private record Issued(
            LocalDate issuedOn,
            String party,
            @Nullable String partyWords,
            @Nullable Instant preparedAt) {}

    private final Drafts drafts;

    IssuePaperStep(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "issue-paper";
    }

    @Override
    public Class<IssuePaperForm> form() {
        return IssuePaperForm.class;
    }

    @Override
    public IssuePaperForm first(Asked asked) {
        Drafts.Draft draft = PreparePaperStep.draft(drafts, asked);
        return new IssuePaperForm(null, draft.needsParty() ? null : NOT_NEEDED, null, draft.at());
    }

    @Override
    public List<Row> context(Asked asked) {
        return drafts.rows(PreparePaperStep.draft(drafts, asked), asked.reader());
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of(
                "parties",
                PreparePaperStep.draft(drafts, asked).needsParty()
                        ? Choice.of("signed", "refused", "absent")
                        : List.of());
    }

    @Override
    public Command command(IssuePaperForm form, Asked asked) {
        String words = Typed.text(form.partyWords());
        return Command.of(
                new Issued(
                        Typed.given(form.issuedOn()),
                        Typed.text(form.party()),
                        words.isEmpty() ? null : words,
                        form.preparedAt()),
                "/papers/{paper}/issue",
                asked.ref());
    }
}
