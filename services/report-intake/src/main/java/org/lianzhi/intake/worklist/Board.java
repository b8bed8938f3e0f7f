package org.lianzhi.intake.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.model.Photo;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.DetailsCorrected;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeConfirmed;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.lianzhi.model.ReportEvent.OutcomeRejected;
import org.lianzhi.model.ReportEvent.PlaceCorrected;
import org.lianzhi.model.ReportEvent.PressureReported;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportMerged;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.ReviewAnswered;
import org.lianzhi.model.ReportEvent.ReviewRequested;
import org.lianzhi.model.ReportEvent.TransferObjected;
import org.lianzhi.model.ReportEvent.TransferSettled;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.EventJson;

/** Folds the reports and puts them on the lists of their bureau; released photos are found by a list of their own. */
public final class Board implements Listed<BoardEntry, BoardEntry> {

    @Override
    public String collection() {
        return "reports";
    }

    @Override
    public Class<BoardEntry> type() {
        return BoardEntry.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return event.stream().kind().equals("report") ? List.of(event.stream().id()) : List.of();
    }

    @Override
    public BoardEntry apply(String id, @Nullable BoardEntry current, IncomingEvent event) {
        PublishedEvent published = EventJson.read(event.type(), event.data()).orElse(null);
        BoardEntry before = published instanceof ReportFiled filed && current == null
                ? filed(event, filed)
                : Objects.requireNonNull(current, "a report begins with its filing");
        BoardEntry after = switch (published) {
            case ReportAccepted accepted -> before.in("accepted");
            case ReportNotAccepted refused -> before.in("not-accepted");
            case InformationRequested asked -> before.asked(asked.answerBy());
            case ReportMerged merged -> before.mergedInto(merged.into());
            case ReportTransferred transfer -> handed(before, transfer.to(), "transferred");
            case TransferObjected objection -> handed(before, objection.from(), "disputed");
            case TransferSettled settled -> handed(before, settled.to(), "received");
            case DetailsCorrected correction -> corrected(before, correction);
            case PlaceCorrected correction -> corrected(before, correction);
            case OutcomeProposed proposal -> before.in("proposed");
            case OutcomeConfirmed confirmed -> before.in(confirmed.outcome());
            case OutcomeRejected rejected -> before.in("received");
            case ReportTakenUp again -> before.takenUp(again.decideBy());
            case ReportReplied replied -> before.replied(true);
            // Whoever contests, asks for help or for a review waits for the bureau again.
            case FixContested contested -> before.replied(false);
            case PressureReported pressure -> before.replied(false);
            case ReviewRequested request -> before.replied(false);
            case ReviewAnswered answer -> before.replied(true);
            case AcceptedAsCrossBorder accepted ->
                before.ledTo(SortableIds.derive(event.at(), event.id()), parties(accepted));
            case null, default -> before;
        };
        return after.at(event.version());
    }

    private static BoardEntry handed(BoardEntry before, String to, String state) {
        return before.handedTo(to, state, List.of(open(before.bureau()), all(before.bureau())));
    }

    private static BoardEntry corrected(BoardEntry before, DetailsCorrected correction) {
        return switch (correction.what()) {
            case "category" -> before.of(correction.after());
            case "place" -> moved(before, correction.after());
            default -> before.from(correction.after());
        };
    }

    private static BoardEntry corrected(BoardEntry before, PlaceCorrected correction) {
        BoardEntry moved =
                correction.kind().equals("water") ? moved(before, correction.after()) : before.from(correction.after());
        return moved.nearTheLine(correction.inBorderZone());
    }

    private static BoardEntry moved(BoardEntry before, @Nullable String county) {
        return before.at(county, before.county() == null ? List.of() : List.of(matters(before.county())));
    }

    private static BoardEntry filed(IncomingEvent event, ReportFiled filed) {
        return new BoardEntry(
                event.stream().toString(),
                "received",
                filed.category(),
                filed.county(),
                filed.suspectedCounty(),
                filed.bureau(),
                filed.inBorderZone(),
                filed.weather(),
                event.at(),
                filed.triageBy(),
                filed.contactGiven(),
                filed.photos(),
                filed.synthetic(),
                event.version(),
                false,
                null,
                null,
                null,
                null,
                null);
    }

    private static BoardEntry.Parties parties(AcceptedAsCrossBorder accepted) {
        return new BoardEntry.Parties(
                accepted.lead().code(),
                accepted.leadBureau(),
                accepted.counterpart().code(),
                accepted.counterpartBureau(),
                accepted.summary().photos().stream().map(Photo::id).toList());
    }

    @Override
    public Map<String, Optional<BoardEntry>> places(String id, BoardEntry state) {
        Map<String, Optional<BoardEntry>> places = new LinkedHashMap<>();
        // Where it has come back since, the later entry counts.
        state.leftOrNone().forEach(list -> places.put(list, Optional.empty()));
        places.put(open(state.bureau()), state.isOpen() ? Optional.of(state) : Optional.empty());
        places.put(all(state.bureau()), Optional.of(state));
        if (state.county() != null) {
            places.put(matters(state.county()), state.isOpenMatter() ? Optional.of(state) : Optional.empty());
        }
        if (state.mergedInto() != null) {
            places.put(merged(state.mergedInto()), state.isMerged() ? Optional.of(state) : Optional.empty());
        }
        if (state.parties() != null) {
            state.parties().photos().forEach(photo -> places.put(photo(photo), Optional.of(state)));
        }
        return places;
    }

    /** An office gets many reports, in a flash crowd within minutes. */
    @Override
    public int parts(String list) {
        return list.startsWith("open/") || list.startsWith("all/") ? MANY : 1;
    }

    /** Id of the list of what a bureau has to do. */
    public static String open(String bureau) {
        return "open/" + bureau;
    }

    /** Id of the list of all reports of a bureau. */
    public static String all(String bureau) {
        return "all/" + bureau;
    }

    /** Id of the list of what is being dealt with in a county. */
    public static String matters(String county) {
        return "matters/" + county;
    }

    /** Id of the list of the reports that go on in another one. */
    public static String merged(String into) {
        return "merged/" + into;
    }

    /** Id of the list by which a released photo is found. */
    public static String photo(String photo) {
        return "photo/" + photo;
    }
}
