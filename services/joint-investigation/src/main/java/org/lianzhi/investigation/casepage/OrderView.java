package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.investigation.domain.Order;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AfterChecked;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.MeasureExtended;
import org.lianzhi.model.CaseEvent.MeasureFoundWanting;
import org.lianzhi.model.CaseEvent.MeasureReportedDone;
import org.lianzhi.model.CaseEvent.MeasureVerified;
import org.lianzhi.model.CaseEvent.RectificationOrdered;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Side;

record OrderView(
        String id,
        String digest,
        Side side,
        String addressee,
        String legalBasis,
        Instant orderedAt,
        List<MeasureView> measures,
        AfterCheckView afterCheck) {

    /** @param dueOn with all extensions */
    record MeasureView(
            String id,
            String description,
            LocalDate dueOn,
            List<ExtensionView> extensions,
            @Nullable DoneView done,
            Map<String, VerdictView> answers) {}

    record ExtensionView(LocalDate dueOn, String reasons, Instant at) {}

    record DoneView(Side side, String account, LocalDate doneOn, List<Photo> photos, String digest, Instant at) {}

    /** @param answer {@code verified}, {@code wanting} or {@code sham} */
    record VerdictView(String answer, @Nullable Capacity capacity, String words, String digest, Instant at) {}

    static List<OrderView> allOf(JointCase joint) {
        return Order.allOf(joint).stream().map(order -> of(joint, order)).toList();
    }

    private static OrderView of(JointCase joint, Order order) {
        RectificationOrdered ordered = order.ordered().event();
        return new OrderView(
                order.id(),
                ordered.digest(),
                order.ordered().side(),
                ordered.addressee(),
                ordered.legalBasis(),
                order.ordered().at(),
                order.steps().stream().map(OrderView::measure).toList(),
                AfterCheckView.of(joint, order));
    }

    private static MeasureView measure(Order.Step step) {
        Map<String, VerdictView> answers = new TreeMap<>();
        step.verdicts().forEach((side, verdict) -> answers.put(side.code(), verdict(verdict)));
        return new MeasureView(
                step.measure().measure(),
                step.measure().description(),
                step.dueOn(),
                step.extensions().stream().map(OrderView::extension).toList(),
                step.done().map(OrderView::done).orElse(null),
                answers);
    }

    private static ExtensionView extension(Noted<MeasureExtended> extended) {
        return new ExtensionView(extended.event().dueOn(), extended.event().reasons(), extended.at());
    }

    private static DoneView done(Noted<MeasureReportedDone> done) {
        MeasureReportedDone event = done.event();
        return new DoneView(done.side(), event.account(), event.doneOn(), event.photos(), done.digest(), done.at());
    }

    private static VerdictView verdict(Noted<? extends CaseEvent> verdict) {
        return switch (verdict.event()) {
            case MeasureVerified verified ->
                new VerdictView("verified", verified.capacity(), verified.remarks(), verified.digest(), verdict.at());
            case MeasureFoundWanting wanting ->
                new VerdictView("wanting", null, wanting.reasons(), wanting.digest(), verdict.at());
            case AfterChecked checked ->
                new VerdictView("sham", checked.capacity(), checked.account(), "", verdict.at());
            case CaseEvent other -> throw new IllegalStateException("no verdict");
        };
    }
}
