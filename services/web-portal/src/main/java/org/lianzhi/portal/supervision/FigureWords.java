package org.lianzhi.portal.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Figures in words and numbers of the reader's language. */
@Component
class FigureWords {

    private static final double DAY = 86_400_000d;
    private static final Set<String> COUNTS = Set.of("opened", "resolutions", "received", "undecided", "led-to-a-case");
    private static final Set<String> REPORTS =
            Set.of("received", "deciding", "deciding-on-time", "undecided", "led-to-a-case");

    private final Words words;

    FigureWords(Words words) {
        this.words = words;
    }

    static boolean isCount(String code) {
        return COUNTS.contains(code);
    }

    String value(FiguresView.Figure figure) {
        if (isCount(figure.code())) {
            return words.say("figures.value.count", figure.counted());
        }
        if (figure.onTime() != null && figure.counted() > 0) {
            return words.say("figures.value.share", decimal(100d * figure.onTime() / figure.counted()));
        }
        return figure.meanMs() == null
                ? words.say("figures.value.none")
                : words.say("figures.value.days", days(figure.meanMs()));
    }

    String counted(FiguresView.Figure figure) {
        if (isCount(figure.code())) {
            return "";
        }
        String of = figure.onTime() == null
                ? words.say("figures.counted", figure.counted())
                : words.say("figures.counted.share", figure.onTime(), figure.counted());
        return figure.leftOut() == 0 ? of : of + words.say("figures.leftout", figure.leftOut());
    }

    static String days(long ms) {
        return decimal(ms / DAY);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    String channel(String code) {
        return words.sayOr("figures.channel." + code, code);
    }

    String state(String code) {
        return words.sayOr("state.case." + code, code);
    }

    String agreement(String id) {
        return words.territory()
                .agreement(id)
                .map(known -> words.name(known.name()))
                .orElse(id);
    }

    /** What is chosen. */
    String choice(String name, String value) {
        return switch (name) {
            case "agreement" -> agreement(value);
            case "office" -> words.office(value);
            default -> words.day(LocalDate.parse(value));
        };
    }

    String number(FiguresView.Unit unit, String code) {
        return REPORTS.contains(code) ? words.reportNumber(unit.matter()) : words.caseNumber(unit.matter());
    }

    List<String> about(FiguresView.Unit unit, String code) {
        List<String> about = new ArrayList<>();
        if (unit.ordinal() > 0) {
            about.add(words.say("figures.ordinal", unit.ordinal(), known(unit.agreement())));
        }
        if (unit.bureau() != null) {
            about.add(words.office(unit.bureau()));
        }
        if (unit.word() != null) {
            about.add(REPORTS.contains(code) ? channel(unit.word()) : state(unit.word()));
        }
        return about;
    }

    private String known(@Nullable String agreement) {
        return agreement == null ? "" : agreement(agreement);
    }
}
