package org.lianzhi.notification.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Projector;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.TransferObjected;
import org.lianzhi.model.ReportEvent.TransferSettled;
import org.lianzhi.model.SupervisionEvent.OfficeDesignated;
import org.lianzhi.model.wire.EventJson;

/** One small document per case and per report. */
public final class Matters implements Projector<Matter> {

    @Override
    public String collection() {
        return "matters";
    }

    @Override
    public Class<Matter> type() {
        return Matter.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        if (!tells(event.stream()) || isAccess(event.stream())) {
            return List.of();
        }
        return namesItsRecipient(event.stream())
                ? List.of("case-" + event.stream().id())
                : List.of(idOf(event.stream()));
    }

    /** Desks and rotas are the affair of an office's own people, and nobody else is told of them. */
    static boolean tells(StreamId stream) {
        return stream.kind().equals("case") || stream.kind().equals("report") || namesItsRecipient(stream);
    }

    /** An act of supervision says itself whom it is for; who takes part in the case does not matter. */
    static boolean namesItsRecipient(StreamId stream) {
        return stream.kind().equals("supervision") || isAccess(stream);
    }

    /** What inspectors from outside may see tells no office anything. */
    private static boolean isAccess(StreamId stream) {
        return stream.kind().equals("access");
    }

    static String idOf(StreamId stream) {
        return stream.kind() + "-" + stream.id();
    }

    /** Only the opening and designations count: a document that knew what came before it would depend on which record came first. */
    @Override
    public Matter apply(String id, @Nullable Matter current, IncomingEvent event) {
        Matter before = current == null ? Matter.UNKNOWN : current;
        String side = event.stream().side();
        return switch (EventJson.read(event.type(), event.data()).orElse(null)) {
            case CaseOpened opened ->
                before.opened(
                        side,
                        List.of(
                                new Matter.Participant(opened.lead().code(), opened.leadBureau()),
                                new Matter.Participant(opened.counterpart().code(), opened.counterpartBureau())));
            case ReportFiled filed -> before.opened(side, List.of(new Matter.Participant(side, filed.bureau())));
            case ReportTransferred transfer -> before.designating(inItsRecord(event, transfer.to()));
            case TransferObjected objection -> before.designating(inItsRecord(event, objection.from()));
            case TransferSettled settled -> before.designating(inItsRecord(event, settled.to()));
            case OfficeDesignated designated ->
                before.designating(new Matter.Designation(side, designated.bureau(), null, event.at()));
            case null, default -> before;
        };
    }

    private static Matter.Designation inItsRecord(IncomingEvent event, String bureau) {
        return new Matter.Designation(event.stream().side(), bureau, event.version(), null);
    }
}
