package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class ReceiveSampleStep implements Step<ReceiveSampleForm> {

    private record Receipt(boolean sealIntact, Instant receivedAt) {}

    private final Words words;

    ReceiveSampleStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "receive-sample";
    }

    @Override
    public Class<ReceiveSampleForm> form() {
        return ReceiveSampleForm.class;
    }

    @Override
    public ReceiveSampleForm first(Asked asked) {
        return new ReceiveSampleForm(null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return TakeSampleStep.registered(asked.sample(), words);
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("yesNo", Choice.of("yes", "no"));
    }

    @Override
    public Command command(ReceiveSampleForm form, Asked asked) {
        return Command.of(
                new Receipt("yes".equals(form.sealIntact()), words.instant(Typed.given(form.receivedAt()))),
                "/samples/{sample}/receipt",
                asked.sample().id());
    }
}
