package org.lianzhi.timeline.board;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.EventJson;

/**
 * Ties reports to the case that they opened, whose id derives from the event that opened it, and lists them by office and
 * month: one list for all would be written as a whole with each report.
 */
public final class ReportLinks implements Listed<ReportLink, ReportLink> {

    @Override
    public String collection() {
        return "report_links";
    }

    @Override
    public Class<ReportLink> type() {
        return ReportLink.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return event.stream().kind().equals("report") ? List.of(event.stream().toString()) : List.of();
    }

    @Override
    public ReportLink apply(String id, @Nullable ReportLink current, IncomingEvent event) {
        ReportLink before =
                current == null ? new ReportLink(event.stream().toString(), null, null, null, null) : current;
        return switch (EventJson.read(event.type(), event.data()).orElse(null)) {
            case ReportEvent.ReportFiled filed ->
                before.filed(new ReportLink.Filed(
                        filed.channel(), filed.bureau(), event.at(), filed.triageBy(), filed.synthetic()));
            case ReportEvent.InformationRequested asked -> before.decideBy(null);
            case ReportEvent.ReportTakenUp again -> before.decideBy(again.decideBy());
            case ReportEvent.ReportTransferred transfer -> before.handedTo(transfer.to());
            case ReportEvent.TransferObjected objection -> before.handedTo(objection.from());
            case ReportEvent.TransferSettled settled -> before.handedTo(settled.to());
            case ReportEvent.ReportAccepted accepted -> before.decided(event.at(), null);
            case ReportEvent.ReportNotAccepted refused -> before.decided(event.at(), null);
            case ReportEvent.ReportMerged merged -> before.decided(event.at(), null);
            case ReportEvent.OutcomeConfirmed confirmed -> before.decided(event.at(), null);
            case ReportEvent.AcceptedAsCrossBorder accepted ->
                before.decided(event.at(), SortableIds.derive(event.at(), event.id()));
            case null, default -> before;
        };
    }

    @Override
    public Map<String, Optional<ReportLink>> places(String id, ReportLink state) {
        Map<String, Optional<ReportLink>> places = new LinkedHashMap<>();
        if (state.caseId() != null) {
            places.put(ofCase(state.caseId()), Optional.of(state));
        }
        if (state.filed() != null) {
            YearMonth month = Months.of(state.filed().at());
            state.leftOrNone().forEach(office -> places.put(ofOffice(office, month), Optional.empty()));
            places.put(ofOffice(state.filed().bureau(), month), Optional.of(state));
        }
        return places;
    }

    /** An office gets many reports in a month. */
    @Override
    public int parts(String list) {
        return list.startsWith("office/") ? MANY : 1;
    }

    /** Id of the list of a case's reports. */
    public static String ofCase(String caseId) {
        return "case/" + caseId;
    }

    /** Id of the list of the reports that an office got in a month. */
    public static String ofOffice(String bureau, YearMonth month) {
        return "office/" + bureau + "/" + month;
    }
}
