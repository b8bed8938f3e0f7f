package org.lianzhi.portal.cases.step;

import org.springframework.stereotype.Component;

/** A word among the own people, which never leaves the side. */
@Component
class RemarkStep implements Step<RemarkForm> {

    private record Remark(String text) {}

    @Override
    public String name() {
        return "remark";
    }

    @Override
    public Class<RemarkForm> form() {
        return RemarkForm.class;
    }

    @Override
    public RemarkForm first(Asked asked) {
        return new RemarkForm(null);
    }

    @Override
    public Command command(RemarkForm form, Asked asked) {
        return Command.of(new Remark(Typed.text(form.text())), "/desk/remarks");
    }
}
