package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lianzhi.model.Side;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.lianzhi.territory.County;
import org.springframework.stereotype.Component;

@Component
class SendSampleStep implements Step<SendSampleForm> {

    private record Dispatch(String laboratory, String seal, Instant handedOverAt) {}

    private final Words words;

    SendSampleStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "send-sample";
    }

    @Override
    public Class<SendSampleForm> form() {
        return SendSampleForm.class;
    }

    @Override
    public SendSampleForm first(Asked asked) {
        String nearest = counties(asked.reader())
                .map(county -> county.laboratory().code())
                .findFirst()
                .orElse(null);
        return new SendSampleForm(nearest, asked.sample().seal(), null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return TakeSampleStep.registered(asked.sample(), words);
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of(
                "laboratories",
                counties(asked.reader())
                        .map(county -> Choice.named(
                                county.laboratory().code(),
                                words.name(county.laboratory().name())))
                        .toList());
    }

    /** The counties of the own side, the own one first. */
    private Stream<County> counties(Reader reader) {
        return words.territory()
                .agreements()
                .flatMap(agreement -> agreement.party(new Side(reader.side())).stream())
                .flatMap(party -> party.counties().stream())
                .distinct()
                .sorted(Comparator.comparing(county -> !county.branch().code().equals(reader.bureau())));
    }

    @Override
    public Command command(SendSampleForm form, Asked asked) {
        return Command.of(
                new Dispatch(
                        Typed.text(form.laboratory()),
                        Typed.text(form.seal()),
                        words.instant(Typed.given(form.handedOverAt()))),
                "/samples/{sample}/dispatch",
                asked.sample().id());
    }
}
