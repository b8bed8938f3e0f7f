package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.cases.DeskReading;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

/** Somebody of the own office becomes responsible for the case. */
@Component
class AssignStep implements Step<AssignForm> {

    private record Assignment(String person, @Nullable String note) {}

    private final Colleagues colleagues;
    private final DeskReading desks;

    AssignStep(Colleagues colleagues, DeskReading desks) {
        this.colleagues = colleagues;
        this.desks = desks;
    }

    @Override
    public String name() {
        return "assign";
    }

    @Override
    public Class<AssignForm> form() {
        return AssignForm.class;
    }

    @Override
    public AssignForm first(Asked asked) {
        return new AssignForm(null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return desks.of(asked.view().id(), asked.reader()).responsible();
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("colleagues", colleagues.of(asked.reader()));
    }

    @Override
    public Command command(AssignForm form, Asked asked) {
        String note = Typed.text(form.note());
        return Command.of(new Assignment(Typed.text(form.person()), note.isEmpty() ? null : note), "/desk/assignment");
    }
}
