package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseSights;
import org.lianzhi.portal.cases.CaseView.Done;
import org.lianzhi.portal.cases.CaseView.Ordered;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class VerifyMeasureStep implements Step<VerifyMeasureForm> {

    private record Verification(String digest, String capacity, String remarks) {}

    private final Words words;
    private final CaseSights sights;

    VerifyMeasureStep(Words words, CaseSights sights) {
        this.words = words;
        this.sights = sights;
    }

    @Override
    public String name() {
        return "verify-measure";
    }

    @Override
    public Class<VerifyMeasureForm> form() {
        return VerifyMeasureForm.class;
    }

    @Override
    public VerifyMeasureForm first(Asked asked) {
        return new VerifyMeasureForm(null, null, null, done(asked).digest());
    }

    private static Done done(Asked asked) {
        Done done = asked.measure().measure().done();
        if (done == null) {
            throw Asked.nothingThere();
        }
        return done;
    }

    @Override
    public List<Row> context(Asked asked) {
        Ordered ordered = asked.measure();
        Done done = done(asked);
        return List.of(
                Row.text("case.measure.description", ordered.measure().description()),
                Row.text("case.account", done.account()),
                Row.text("case.doneOn", words.day(done.doneOn())));
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of(
                "answers", Choice.of("yes", "no"),
                "capacities", Choice.of("enforcing", "attending"),
                "photos", sights.of(asked.view(), done(asked).photos(), null, 0));
    }

    @Override
    public Command command(VerifyMeasureForm form, Asked asked) {
        Ordered ordered = asked.measure();
        String remarks = Typed.text(form.remarks());
        String path = "/orders/{order}/measures/{measure}/" + ("yes".equals(form.answer()) ? "verification" : "fault");
        Object body = "yes".equals(form.answer())
                ? new Verification(form.digest(), Typed.text(form.capacity()), remarks)
                : new Promise.Objection(form.digest(), remarks);
        return Command.of(body, path, ordered.order().id(), ordered.measure().id());
    }

    /** What is verified is the report as it is shown now. */
    @Override
    public VerifyMeasureForm again(VerifyMeasureForm form, Asked asked) {
        String now = done(asked).digest();
        return now.equals(form.digest()) ? form : new VerifyMeasureForm(null, form.capacity(), form.remarks(), now);
    }
}
