package org.lianzhi.investigation.domain;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.CaseCommand.Line;
import org.lianzhi.investigation.domain.CaseCommand.ReportResults;
import org.lianzhi.model.CaseEvent.Result;
import org.lianzhi.model.CaseEvent.ResultsReported;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.CaseEvent.SampleTaken;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.standards.Assessment;
import org.lianzhi.standards.LabValue;
import org.lianzhi.standards.Standard;
import org.lianzhi.standards.Unit;

/** What a laboratory found, against a standard. */
final class Results {

    /** A limit of a daily mean is neither kept nor broken by one moment. */
    static final String GRAB = "grab-against-daily-mean";

    /** Nobody can say what was analysed. */
    static final String SEAL = "seal-broken";

    /**
     * What people write, with a digit on one side of the point at least. No exponent: a few letters of it make a number that
     * takes minutes to compare.
     */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{0,12})?|\\.[0-9]{1,12}");

    private static final char FULL_WIDTH_POINT = '\uFF0E';

    private Results() {}

    static ResultsReported of(SampleTaken taken, SampleReceived received, ReportResults command) {
        requireComplete(taken, command.lines());
        String caveat = caveat(taken, received, command.standard());
        return new ResultsReported(
                command.sample(),
                command.laboratory(),
                command.analysedAt(),
                command.standard().edition(),
                command.lines().stream()
                        .map(line -> result(command.standard(), line))
                        .toList(),
                caveat != null,
                caveat);
    }

    private static @Nullable String caveat(SampleTaken taken, SampleReceived received, Standard standard) {
        if (!received.sealIntact()) {
            return SEAL;
        }
        return standard.isOnlyIndicatedBy(taken.grab()) ? GRAB : null;
    }

    private static void requireComplete(SampleTaken taken, List<Line> lines) {
        Set<String> reported = new HashSet<>();
        for (Line line : lines) {
            CaseRules.requireCode(line.parameter(), "case.parameter-unknown");
            if (!reported.add(line.parameter())) {
                throw new RuleViolated("case.results.parameter-twice", line.parameter());
            }
        }
        for (String parameter : taken.parameters()) {
            if (!reported.contains(parameter)) {
                throw new RuleViolated("case.results.parameter-missing", parameter);
            }
        }
    }

    private static Result result(Standard standard, Line line) {
        String number = number(line);
        Assessment assessment = standard.assess(line.parameter(), value(line, number), unit(line));
        return new Result(
                line.parameter(),
                number,
                line.unit(),
                line.belowDetection(),
                line.method() == null ? "" : line.method(),
                text(assessment.limit()),
                assessment.verdict().code(),
                text(assessment.factor()));
    }

    /** The one way in which a record has it, for those who write full-width digits or leave out what goes without saying. */
    private static String number(Line line) {
        String typed = line.value()
                .codePoints()
                .map(Results::narrow)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (!NUMBER.matcher(typed).matches()) {
            throw new RuleViolated("case.results.value-invalid", line.parameter());
        }
        String whole = typed.startsWith(".") ? "0" + typed : typed;
        return whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole;
    }

    private static int narrow(int character) {
        if (character == FULL_WIDTH_POINT) {
            return '.';
        }
        return Character.isDigit(character) ? '0' + Character.digit(character, 10) : character;
    }

    private static LabValue value(Line line, String written) {
        try {
            BigDecimal number = new BigDecimal(written);
            return line.belowDetection() ? new LabValue.BelowDetection(number) : new LabValue.Measured(number);
        } catch (IllegalArgumentException e) {
            throw new RuleViolated("case.results.value-invalid", line.parameter());
        }
    }

    private static Unit unit(Line line) {
        try {
            return Unit.of(line.unit());
        } catch (IllegalArgumentException e) {
            throw new RuleViolated("case.results.unit-unknown", line.parameter());
        }
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
