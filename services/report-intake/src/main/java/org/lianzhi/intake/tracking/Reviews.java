package org.lianzhi.intake.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.model.ReportEvent.ReviewAnswered;
import org.lianzhi.model.ReportEvent.ReviewRequested;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.DeadlineRule;
import org.lianzhi.territory.Territory;
import org.springframework.stereotype.Component;

/** How far reviews of the reply have got, and which can be asked for. */
@Component
class Reviews {

    private final Territory territory;
    private final ReportVault vault;

    Reviews(Territory territory, ReportVault vault) {
        this.territory = territory;
        this.vault = vault;
    }

    /**
     * What the reporter sees of it.
     *
     * @param offer what can be asked for now
     * @param running what a higher authority has been asked for
     * @param named whether the reporter gave a name: without one nothing can be asked for
     * @param basis the law in words; null where nobody has verified it
     */
    record View(
            @Nullable Offer offer,
            @Nullable Running running,
            boolean named,
            List<Answer> answers,
            @Nullable String basis) {}

    record Offer(String step, Instant until) {}

    record Running(String step, Instant askedAt, Instant answerBy, boolean overdue) {}

    record Answer(String step, String outcome, String text, Instant at) {}

    Optional<ReviewOffer> offer(ReportRecord record, Instant now) {
        return agreement(record).flatMap(agreement -> ReviewOffer.of(record, agreement, now));
    }

    boolean isNamed(ReportRecord record) {
        return vault.open(record.stream()).map(entry -> entry.form().named()).orElse(false);
    }

    /** Nothing where the reply is no handling opinion; the vault is opened only where the name matters. */
    @Nullable
    View view(ReportRecord record, Instant now) {
        if (!record.report().correspondence().reviewable()) {
            return null;
        }
        Optional<ReviewOffer> offer = offer(record, now).filter(open -> open.isOpen(now));
        return new View(
                offer.map(open -> new Offer(open.step().code(), open.until())).orElse(null),
                running(record, now),
                offer.isEmpty() || isNamed(record),
                answers(record),
                basis(record));
    }

    private static @Nullable Running running(ReportRecord record, Instant now) {
        return record.report()
                .correspondence()
                .underReview()
                .flatMap(step -> record.last(ReviewRequested.class))
                .map(step -> {
                    ReviewRequested request = (ReviewRequested) step.event();
                    return new Running(request.step(), step.at(), request.answerBy(), now.isAfter(request.answerBy()));
                })
                .orElse(null);
    }

    private static List<Answer> answers(ReportRecord record) {
        return record.steps().stream()
                .filter(step -> step.event() instanceof ReviewAnswered)
                .map(step -> {
                    ReviewAnswered answer = (ReviewAnswered) step.event();
                    return new Answer(answer.step(), answer.outcome(), answer.text(), step.at());
                })
                .toList();
    }

    private @Nullable String basis(ReportRecord record) {
        return agreement(record)
                .flatMap(agreement -> agreement.deadline("review"))
                .filter(DeadlineRule::verified)
                .map(DeadlineRule::basis)
                .orElse(null);
    }

    private Optional<Agreement> agreement(ReportRecord record) {
        return territory.agreementOf(new Side(record.stream().side()));
    }
}
