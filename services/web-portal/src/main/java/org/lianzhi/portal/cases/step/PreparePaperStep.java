package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianzhi.model.Photo;
import org.lianzhi.portal.cases.Drafts;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.lianzhi.territory.Agreement;
import org.springframework.stereotype.Component;

/** A paper is prepared within the office, or prepared anew. */
@Component
class PreparePaperStep implements Step<PreparePaperForm> {

    private record Paper(String kind, String number, String office, String about, List<String> pages) {}

    private final Drafts drafts;
    private final Words words;

    PreparePaperStep(Drafts drafts, Words words) {
        this.drafts = drafts;
        this.words = words;
    }

    @Override
    public String name() {
        return "prepare-paper";
    }

    @Override
    public Class<PreparePaperForm> form() {
        return PreparePaperForm.class;
    }

    @Override
    public PreparePaperForm first(Asked asked) {
        if (!asked.hasRef()) {
            return new PreparePaperForm(null, null, asked.reader().bureau(), null, List.of(), List.of());
        }
        Drafts.Draft draft = draft(drafts, asked);
        return new PreparePaperForm(
                draft.kind(),
                draft.number(),
                draft.office(),
                draft.about(),
                List.of(),
                Objects.requireNonNullElse(draft.pages(), List.<Photo>of()).stream()
                        .map(Photo::id)
                        .toList());
    }

    static Drafts.Draft draft(Drafts drafts, Asked asked) {
        return drafts.one(asked.view().id(), asked.ref()).orElseThrow(Asked::nothingThere);
    }

    @Override
    public List<Row> context(Asked asked) {
        return asked.hasRef() ? drafts.rows(draft(drafts, asked), asked.reader()) : List.of();
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of(
                "kinds",
                words.territory().agreement(asked.view().agreement()).map(Agreement::papers).orElse(List.of()).stream()
                        .map(rule -> Choice.named(rule.kind(), words.name(rule.name())))
                        .toList(),
                "offices",
                Objects.requireNonNullElse(drafts.of(asked.view().id()).offices(), List.<String>of()).stream()
                        .map(office -> Choice.named(office, words.office(office)))
                        .toList());
    }

    @Override
    public Command command(PreparePaperForm form, Asked asked) {
        Paper paper = new Paper(
                Typed.text(form.kind()),
                Typed.text(form.number()),
                Typed.text(form.office()),
                Typed.text(form.about()),
                form.kept());
        return asked.hasRef() ? Command.of(paper, "/papers/{paper}/anew", asked.ref()) : Command.of(paper, "/papers");
    }
}
