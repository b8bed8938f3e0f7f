package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.AfterCheck;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.investigation.domain.Order;
import org.lianzhi.investigation.domain.SideRecord;
import org.lianzhi.model.CaseEvent.AfterCheckMissed;
import org.lianzhi.model.CaseEvent.AfterChecked;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.HeavyRainRecorded;
import org.lianzhi.model.CaseEvent.Sham;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Side;

/**
 * How an order was looked at again after it had been accepted.
 *
 * @param accepted digest of what may be looked at again now; null where nothing is accepted
 * @param dueAt by date; null where it is not planned
 * @param rain the first heavy rain after acceptance
 * @param missed occasions of what is accepted now that passed without a look
 * @param checks of this order, those of earlier acceptances, too
 */
record AfterCheckView(
        @Nullable String accepted,
        @Nullable Instant dueAt,
        @Nullable RainView rain,
        List<String> missed,
        List<CheckView> checks) {

    record RainView(Side side, Instant cameAt, String account, Instant dueAt, Instant at) {}

    /** @param shams ids of measures that were for show only */
    record CheckView(
            Side side,
            Instant checkedAt,
            Capacity capacity,
            int inspectors,
            String weather,
            String account,
            List<String> shams,
            List<Photo> photos,
            Instant at) {}

    static AfterCheckView of(JointCase joint, Order order) {
        Optional<AfterCheck> now = AfterCheck.allOf(joint).stream()
                .filter(check -> check.order().id().equals(order.id()))
                .findFirst();
        return new AfterCheckView(
                now.map(AfterCheck::accepted).orElse(null),
                now.flatMap(AfterCheck::planned)
                        .map(plan -> plan.event().dueAt())
                        .orElse(null),
                now.flatMap(AfterCheck::rain).map(AfterCheckView::rain).orElse(null),
                now.map(check -> missed(joint.recordOf(order.ordered().side()), check.accepted()))
                        .orElse(List.of()),
                AfterCheck.allEver(joint, order).map(AfterCheckView::check).toList());
    }

    private static List<String> missed(SideRecord record, String accepted) {
        return record.all(AfterCheckMissed.class)
                .map(Noted::event)
                .filter(missed -> missed.accepted().equals(accepted))
                .map(AfterCheckMissed::occasion)
                .toList();
    }

    private static RainView rain(Noted<HeavyRainRecorded> rain) {
        return new RainView(
                rain.side(),
                rain.event().cameAt(),
                rain.event().account(),
                rain.event().dueAt(),
                rain.at());
    }

    private static CheckView check(Noted<AfterChecked> check) {
        AfterChecked event = check.event();
        return new CheckView(
                check.side(),
                event.checkedAt(),
                event.capacity(),
                event.inspectors().size(),
                event.weather(),
                event.account(),
                event.shams().stream().map(Sham::measure).toList(),
                event.photos(),
                check.at());
    }
}
