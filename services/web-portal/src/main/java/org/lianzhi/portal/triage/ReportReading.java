package org.lianzhi.portal.triage;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.MatterNumber;
import org.lianzhi.portal.component.MapPlace;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.shell.LocalTimes;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.territory.Offices;
import org.lianzhi.portal.triage.ReportView.SeenPlace;
import org.lianzhi.portal.triage.TriagePage.Outcome;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A report in words. */
@Component
class ReportReading {

    private static final String GCJ_02 = "GCJ-02";
    private static final Map<String, Tone> TONES =
            Map.of("accepted", Tone.DONE, "cross-border", Tone.DONE, "proposed", Tone.ATTENTION);

    private static final Set<String> UNDECIDED = Set.of("received", "returned", "transferred", "disputed");
    private static final Set<String> ANSWERABLE =
            Set.of("accepted", "not-accepted", "cross-border", "repeated", "fabricated");
    private static final Set<String> VERIFIABLE = Set.of("accepted", "cross-border");
    private static final Set<String> TAKEN_BACK = Set.of("not-accepted", "merged", "repeated", "fabricated");

    /** Under which keys the reasons of an event have their words. */
    private static final Map<String, String> REASONS = Map.of(
            "not-accepted", "triage.reason.",
            "information-requested", "ask.reason.",
            "merged", "merge.reason.",
            "outcome-proposed", "dismiss.reason.",
            "verified", "reply.verification.",
            "decision-due", "decisiondue.stage.",
            "transferred", "transfer.reason.",
            "transfer-objected", "objection.reason.",
            "taken-up", "takenup.reason.");

    private final Offices offices;
    private final MessageSource messages;
    private final LocalTimes localTimes;
    private final ZoneId zone;

    ReportReading(Offices offices, MessageSource messages, LocalTimes localTimes, PortalProperties settings) {
        this.offices = offices;
        this.messages = messages;
        this.localTimes = localTimes;
        this.zone = settings.zone();
    }

    /** A place for the map's script. */
    private record Pin(double lat, double lon, String word, String kind) {}

    TriagePage page(ReportView view, Locale locale) {
        ReportView.Line line = view.line();
        String href = Reports.href(line.id());
        List<MapPlace> places = places(view, locale);
        return new TriagePage(
                href,
                line.id(),
                MatterNumber.ofReport(line.id(), zone),
                line.synthetic(),
                view.isSealed(),
                opened(view.opened(), locale),
                state(line.state()),
                UNDECIDED.contains(line.state()) || line.state().equals("accepted"),
                line.caseId() == null ? null : "/staff/cases/" + line.caseId(),
                proposal(view),
                guard(view, locale),
                report(view, locale),
                view.tellsContact(),
                view.keep() == null ? "kept" : view.keep().state(),
                keeping(view, locale),
                photos(view, href),
                originals(view, href),
                places,
                json(places),
                history(view, locale),
                said(view, locale),
                view.underReview() == null ? null : "review.step." + view.underReview(),
                line.triageBy(),
                basis(view.deadline(), locale),
                line.overdue(),
                view.tellsContact() ? href + "/code" : null,
                outcome(view, locale));
    }

    private @Nullable String opened(ReportView.@Nullable Opened opened, Locale locale) {
        if (opened == null) {
            return null;
        }
        String words = opened.words() == null ? "" : opened.words();
        String why = message("opening.because", locale, message("opening.reason." + opened.reason(), locale), words);
        return opened.until() == null
                ? why
                : why + " " + message("opening.until", locale, localTimes.moment(opened.until(), locale));
    }

    private List<String> basis(ReportView.@Nullable Deadline deadline, Locale locale) {
        if (deadline == null) {
            return List.of();
        }
        boolean workingDays = deadline.unit().equals("working-days");
        return Stream.of(
                        message("deadline.counted." + deadline.unit(), locale, deadline.amount()),
                        message("deadline.basis", locale, deadline.basis()),
                        deadline.verified() ? "" : message("deadline.unverified", locale),
                        workingDays && !deadline.holidaysKnown() ? message("deadline.holidays", locale) : "")
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Outcome outcome(ReportView view, Locale locale) {
        String state = view.line().state();
        ReportView.Asked asked = view.asked();
        ReportView.Proposal proposal = view.proposal();
        return new Outcome(
                asked == null ? null : asked.question(),
                asked == null ? null : asked.answerBy(),
                proposal == null ? List.of() : proposed(proposal),
                proposal != null && !proposal.own(),
                view.mergedInto() == null ? null : other(view.mergedInto()),
                view.allMergedHere().stream().map(this::other).toList(),
                ANSWERABLE.contains(state),
                VERIFIABLE.contains(state),
                TAKEN_BACK.contains(state),
                view.transfer() == null ? List.of() : transfer(view.transfer(), locale),
                view.transfer() == null ? null : view.transfer().objection() == null ? "objection" : "decision");
    }

    private List<Row> transfer(ReportView.Transfer transfer, Locale locale) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.text("transfer.from", offices.office(transfer.from(), locale)));
        rows.add(Row.text("transfer.to", offices.office(transfer.to(), locale)));
        rows.add(Row.word("transfer.reason", "transfer.reason." + transfer.reason()));
        rows.add(Row.text("transfer.words", transfer.words()));
        ReportView.Objection objection = transfer.objection();
        if (objection == null) {
            rows.add(Row.time("transfer.until", transfer.objectBy()));
        } else {
            rows.add(Row.word("objection.reason", "objection.reason." + objection.reason()));
            rows.add(Row.text("objection.words", objection.words()));
            rows.add(Row.text(
                    "objection.superior",
                    objection.superior() == null ? null : offices.office(objection.superior(), locale)));
        }
        return List.copyOf(rows);
    }

    static List<Row> proposed(ReportView.Proposal proposal) {
        return List.of(
                Row.word("dismiss.outcome", "dismiss.outcome." + proposal.outcome()),
                Row.word("dismiss.reason", "dismiss.reason." + proposal.reason()),
                Row.text("dismiss.words", proposal.words()));
    }

    private TriagePage.Other other(String id) {
        return new TriagePage.Other(Reports.href(id), MatterNumber.ofReport(id, zone));
    }

    private static @Nullable String proposal(ReportView view) {
        ReportView.Guard guard = view.guard();
        return guard == null || !guard.leavesOpen() ? null : "triage.proposal." + guard.proposal();
    }

    /** Each place with the sides on which it may lie, and why. */
    List<Row> guard(ReportView view, Locale locale) {
        return view.guarded().stream()
                .map(place -> Row.text("triage.word." + place.kind(), sides(place, locale)))
                .toList();
    }

    private String sides(ReportView.GuardedPlace place, Locale locale) {
        String key = "triage.guard." + place.why();
        List<String> places = new ArrayList<>(place.sides().stream()
                .map(side -> message("side." + side, locale))
                .toList());
        if (place.toBorderM() != null && place.zoneM() != null) {
            places.add(kilometres(place.toBorderM()));
            places.add(kilometres(place.zoneM()));
        } else if (place.why().equals("near-the-line")) {
            key += ".unmeasured";
        }
        String county =
                place.why().equals("chosen") ? offices.county(place.county(), locale) : county(place.county(), locale);
        return Stream.of(message(key, locale, places.toArray()), county)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String kilometres(double metres) {
        return String.format(Locale.ROOT, "%.1f", metres / 1000);
    }

    private static @Nullable Tag state(String state) {
        return UNDECIDED.contains(state)
                ? null
                : new Tag("state.report." + state, TONES.getOrDefault(state, Tone.PLAIN));
    }

    private List<Row> report(ReportView view, Locale locale) {
        List<Row> rows = new ArrayList<>();
        String correction = Reports.href(view.line().id()) + "/correction/";
        rows.add(
                Row.word("report.row.category", "report.category." + view.line().category())
                        .changeAt(correction + "category"));
        rows.add(Row.text("correction.place", offices.county(view.line().county(), locale))
                .changeAt(correction + "place"));
        rows.add(Row.text("correction.source", offices.county(view.line().suspectedCounty(), locale))
                .changeAt(correction + "source"));
        if (view.verification() != null) {
            rows.add(Row.word("verification.result", "reply.verification." + view.verification()));
        }
        if (view.isSealed()) {
            rows.add(Row.word("opening.sealed", "opening.sealed.what"));
        } else {
            rows.add(pinned("report.row.place", "water", view, locale));
        }
        if (view.suspectedOutlet() != null) {
            rows.add(pinned("report.kind.outlet", "outlet", view, locale));
        }
        if (view.suspectedFacility() != null) {
            rows.add(pinned("report.kind.facility", "facility", view, locale));
        }
        if (view.suspectedSource() != null) {
            rows.add(pinned("report.row.source", "source", view, locale));
        }
        rows.addAll(List.of(
                Row.time(
                        Boolean.FALSE.equals(view.timeSaid()) ? "triage.row.seenbefore" : "report.row.observedAt",
                        view.observedAt()),
                Row.word("report.row.weather", "report.weather." + view.weather()),
                Row.word("report.row.stillGoingOn", "report.stillGoingOn." + yesOrNo(view.stillGoingOn()))));
        if (!view.isSealed()) {
            rows.add(Row.text("report.row.description", view.description()));
        }
        if (view.channel() != null && !view.channel().equals("web")) {
            rows.add(Row.word("triage.row.channel", "enter.channel." + view.channel()));
            if (!view.isSealed()) {
                rows.add(Row.text("triage.row.outsidenumber", view.outsideNumber()));
            }
        }
        if (view.followers() != null && view.followers() > 0) {
            rows.add(Row.text("triage.followers", message("triage.followers.count", locale, view.followers())));
        }
        return List.copyOf(rows);
    }

    static String yesOrNo(@Nullable Boolean answer) {
        return answer == null ? "unknown" : answer ? "yes" : "no";
    }

    private Row pinned(String key, String kind, ReportView view, Locale locale) {
        SeenPlace place = view.place(kind);
        Row row = Row.text(key, place(place, locale));
        return place == null ? row : row.changeAt(Reports.href(view.line().id()) + "/pin/" + kind);
    }

    String place(@Nullable SeenPlace place, Locale locale) {
        if (place == null) {
            return "";
        }
        String position = place.lat() == null || place.lon() == null
                ? ""
                : position(place.lat(), place.lon())
                        + (GCJ_02.equals(place.givenDatum()) ? message("triage.converted", locale) : "");
        String border = place.distanceToBorderM() == null
                ? ""
                : messages.getMessage("triage.toborder", new Object[] {kilometres(place.distanceToBorderM())}, locale);
        String accuracy = place.accuracyM() == null || place.accuracyM() <= 0
                ? ""
                : message("triage.accuracy", locale, Math.round(place.accuracyM()));
        return Stream.of(place.words(), area(place, locale), position, accuracy, border)
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String area(SeenPlace place, Locale locale) {
        return county(place.county(), locale);
    }

    private String county(@Nullable String code, Locale locale) {
        return code == null ? "" : message("triage.area", locale, offices.county(code, locale));
    }

    /** Whether what the reporter said is kept, and who decided so. */
    private List<Row> keeping(ReportView view, Locale locale) {
        ReportView.Keep keep = view.keep();
        if (keep == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        rows.add(Row.word("keep.row.state", "keep.state." + keep.state()));
        if (keep.at() != null) {
            rows.add(Row.time("keep.row.at", keep.at()));
            rows.add(Row.text("keep.row.reason", keep.reason()));
            rows.add(
                    keep.by() == null
                            ? Row.word("keep.row.by", "keep.by.retention")
                            : Row.text("keep.row.by", keep.by()));
        }
        if (keep.reviewOn() != null) {
            rows.add(Row.text("keep.row.reviewon", localTimes.day(keep.reviewOn(), locale)));
        }
        return List.copyOf(rows);
    }

    List<Row> contact(ReportView.Contact contact, Locale locale) {
        return List.of(
                Row.text("report.row.name", contact.name()),
                Row.text("report.row.phone", contact.phone()),
                Row.text("report.row.email", contact.email()),
                Row.text("report.row.address", contact.address()),
                Row.text("triage.channels", channels(contact.channels(), locale)));
    }

    /** What was not opted into is not allowed; whoever was never asked has not opted into anything. */
    private String channels(@Nullable List<String> channels, Locale locale) {
        return channels == null || channels.isEmpty()
                ? message("triage.channels.none", locale)
                : channels.stream()
                        .map(channel -> message("triage.channels." + channel, locale))
                        .collect(Collectors.joining("\n"));
    }

    static List<Photo> photos(ReportView view, String href) {
        List<Photo> photos = new ArrayList<>();
        for (org.lianzhi.model.Photo photo : view.allPhotos()) {
            photos.add(new Photo(href + "/photos/" + photo.id(), photos.size() + 1, null));
        }
        return List.copyOf(photos);
    }

    private static List<TriagePage.Sealed> originals(ReportView view, String href) {
        return view.allOriginals().stream()
                .map(original -> new TriagePage.Sealed(
                        href + "/originals/" + original.id(),
                        original.type().startsWith("video/") ? "triage.originals.video" : "triage.originals.heic",
                        original.sha256()))
                .toList();
    }

    private List<MapPlace> places(ReportView view, Locale locale) {
        return Stream.of(
                        pin("water", view.affectedWater(), locale),
                        pin("outlet", view.suspectedOutlet(), locale),
                        pin("facility", view.suspectedFacility(), locale),
                        pin("source", view.suspectedSource(), locale))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable MapPlace pin(String kind, @Nullable SeenPlace place, Locale locale) {
        return place == null || place.lat() == null || place.lon() == null
                ? null
                : new MapPlace(
                        kind,
                        messages.getMessage("triage.word." + kind, null, locale),
                        area(place, locale),
                        place.lat(),
                        place.lon());
    }

    private static String json(List<MapPlace> places) {
        return JsonMapper.shared()
                .writeValueAsString(places.stream()
                        .map(place -> new Pin(place.lat(), place.lon(), place.word(), place.kind()))
                        .toList());
    }

    private List<Row> history(ReportView view, Locale locale) {
        List<Row> rows = new ArrayList<>();
        view.allEvents().forEach(event -> rows.add(Row.text("event.report." + event.key(), happened(event, locale))));
        if (view.reply() != null) {
            rows.add(Row.text("triage.reply.sent", view.reply()));
        }
        view.allAnswers().stream()
                .filter(answer -> answer.words() != null)
                .forEach(answer -> rows.add(Row.text("triage.answer", answer.words())));
        return List.copyOf(rows);
    }

    /** When, who, and why. */
    private String happened(ReportView.Event event, Locale locale) {
        String who = event.role() == null ? "" : message("role." + event.role(), locale);
        return Stream.of(
                        localTimes.moment(event.at(), locale),
                        event.bureau() == null ? who : offices.office(event.bureau(), locale) + " · " + who,
                        event.reason() == null || !REASONS.containsKey(event.key())
                                ? ""
                                : message(REASONS.get(event.key()) + event.reason(), locale),
                        event.correction() == null ? "" : corrected(event.correction(), locale),
                        event.shift() == null ? "" : shifted(event.shift(), locale),
                        event.words())
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String shifted(ReportView.Shift shift, Locale locale) {
        String from = shift.fromLat() == null || shift.fromLon() == null
                ? message("correction.none", locale)
                : position(shift.fromLat(), shift.fromLon());
        return message("pin.says", locale, from, position(shift.lat(), shift.lon()))
                + (GCJ_02.equals(shift.givenDatum()) ? message("triage.converted", locale) : "");
    }

    private static String position(double lat, double lon) {
        return String.format(Locale.ROOT, "%.5f, %.5f", lat, lon);
    }

    private String corrected(ReportView.Correction correction, Locale locale) {
        return Objects.requireNonNullElse(
                messages.getMessage(
                        "correction.says",
                        new Object[] {
                            message("correction.what." + correction.what(), locale),
                            detail(correction.what(), correction.before(), locale),
                            detail(correction.what(), correction.after(), locale)
                        },
                        "",
                        locale),
                "");
    }

    private String detail(String what, @Nullable String code, Locale locale) {
        if (code == null) {
            return message("correction.none", locale);
        }
        return what.equals("category") ? message("report.category." + code, locale) : offices.county(code, locale);
    }

    private List<Row> said(ReportView view, Locale locale) {
        return view.allSaid().stream()
                .map(said -> Row.text("triage.said." + said.key(), words(said, locale)))
                .toList();
    }

    private String words(ReportView.Said said, Locale locale) {
        int photos = said.photos() == null ? 0 : said.photos().size();
        String code = said.key().equals("reply-rated") ? "status.rating." : "review.step.";
        return Stream.of(
                        localTimes.moment(said.at(), locale),
                        said.code() == null ? "" : message(code + said.code(), locale),
                        said.words(),
                        said.reserved() ? message("triage.said.reserved", locale) : "",
                        photos == 0 ? "" : message("triage.said.photos", locale, photos))
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String message(String key, Locale locale, Object... places) {
        return Objects.requireNonNullElse(messages.getMessage(key, places, "", locale), "");
    }
}
