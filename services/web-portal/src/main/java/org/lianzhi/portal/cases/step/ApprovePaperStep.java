package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Drafts;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

/** What is to be done with a paper before it leaves the office. */
@Component
class ApprovePaperStep implements Step<ApprovePaperForm> {

    private record Done(
            String step,
            @Nullable String reference,
            @Nullable Instant preparedAt) {}

    private record Back(
            String step, String reasons, @Nullable Instant preparedAt) {}

    private final Drafts drafts;

    ApprovePaperStep(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "approve-paper";
    }

    @Override
    public Class<ApprovePaperForm> form() {
        return ApprovePaperForm.class;
    }

    @Override
    public ApprovePaperForm first(Asked asked) {
        Drafts.Draft draft = PreparePaperStep.draft(drafts, asked);
        return new ApprovePaperForm(
                null, null, null, draft.open().orElseThrow(Asked::nothingThere).step(), draft.at());
    }

    @Override
    public List<Row> context(Asked asked) {
        Drafts.Draft draft = PreparePaperStep.draft(drafts, asked);
        return Stream.concat(
                        draft.open().stream().map(step -> Row.text("case.paper.step", drafts.step(draft, step))),
                        drafts.rows(draft, asked.reader()).stream())
                .toList();
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of(
                "answers",
                Choice.of("yes", "no"),
                "byOwn",
                PreparePaperStep.draft(drafts, asked)
                        .open()
                        .map(Drafts.Step::byOwn)
                        .orElse(true));
    }

    @Override
    public Command command(ApprovePaperForm form, Asked asked) {
        String reference = Typed.text(form.reference());
        return form.isYes()
                ? Command.of(
                        new Done(form.part(), reference.isEmpty() ? null : reference, form.preparedAt()),
                        "/papers/{paper}/steps",
                        asked.ref())
                : Command.of(
                        new Back(form.part(), Typed.text(form.reasons()), form.preparedAt()),
                        "/papers/{paper}/sending-back",
                        asked.ref());
    }
}
