package org.lianzhi.portal.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.territory.Offices;
import org.lianzhi.territory.Agreement;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The form for what crosses, and the same as it will be read on the other side. */
@Component
public class ReleaseReading {

    private static final String EXACT_POSITION = "release.stays.position";
    private static final List<String> STAYS =
            List.of("release.stays.identity", "release.stays.words", "release.stays.originals", EXACT_POSITION);

    private final ReportReading reading;
    private final Offices offices;
    private final MessageSource messages;

    ReleaseReading(ReportReading reading, Offices offices, MessageSource messages) {
        this.reading = reading;
        this.offices = offices;
        this.messages = messages;
    }

    /** As the map suggests; what it leaves open is left to the officer, whose own the words are too. */
    ReleaseForm begun(ReportView view) {
        ReportView.Suggestion suggestion = view.suggestion();
        return new ReleaseForm(
                "",
                "",
                "",
                certain(view, "water") ? view.line().county() : null,
                "",
                certain(view, "outlet", "facility", "source") ? view.line().suspectedCounty() : null,
                suggestion == null ? null : suggestion.ground(),
                "none",
                List.of());
    }

    /** Whether the map names one side for all places of these kinds. */
    private static boolean certain(ReportView view, String... kinds) {
        return view.guarded().stream()
                .filter(place -> List.of(kinds).contains(place.kind()))
                .allMatch(ReportView.GuardedPlace::isCertain);
    }

    void form(ReportView view, Model model, Locale locale) {
        TriagePage page = reading.page(view, locale);
        model.addAttribute("page", page);
        model.addAttribute("covers", covers(view, page.href()));
        model.addAttribute("counties", offices.counties(locale));
        model.addAttribute(
                "pinned", view.affectedWater() != null && view.affectedWater().lat() != null);
        model.addAttribute("positions", Choice.of("none", "rounded", "exact"));
        model.addAttribute("grounds", Choice.of("affected-water", "outlet", "facility", "first-filed"));
        List<Choice> photos = new ArrayList<>();
        for (org.lianzhi.model.Photo photo : view.allPhotos()) {
            photos.add(Choice.named(
                    photo.id(), messages.getMessage("show.photo", new Object[] {photos.size() + 1}, locale)));
        }
        model.addAttribute("photoChoices", photos);
    }

    ReleaseConfirmPage confirm(ReportView view, Release release, Locale locale) {
        TriagePage page = reading.page(view, locale);
        return new ReleaseConfirmPage(
                page.href(),
                page.number(),
                crosses(release, locale),
                photos(view, release, page.href()),
                stays(view, release),
                recipients(release.escalation(), locale),
                release.digest());
    }

    private List<Row> crosses(Release release, Locale locale) {
        Release.Summary summary = release.summary();
        Release.Escalation escalation = release.escalation();
        return List.of(
                Row.word("release.row.category", "report.category." + summary.category()),
                Row.text("release.row.summary", summary.text()),
                Row.text("release.row.allegedCause", summary.allegedCause()),
                Row.text("release.row.affected", place(summary.affectedWater(), locale)),
                Row.text("release.row.source", place(summary.suspectedFacility(), locale)),
                Row.time("release.row.observedAt", summary.observedAt()),
                Row.word("release.row.weather", "report.weather." + summary.weather()),
                Row.word(
                        "report.row.stillGoingOn",
                        "report.stillGoingOn." + ReportReading.yesOrNo(summary.stillGoingOn())),
                Row.text("release.row.lead", office(escalation.leadBureau(), escalation.ground(), locale)),
                Row.text("release.row.counterpart", offices.office(escalation.counterpartBureau(), locale)),
                Row.text("release.row.agreement", agreement(escalation.agreement(), locale)));
    }

    private String place(@Nullable Place place, Locale locale) {
        if (place == null) {
            return "";
        }
        String position = place.latitude() == null || place.longitude() == null
                ? ""
                : String.format(Locale.ROOT, "%s, %s", place.latitude(), place.longitude());
        return Stream.of(place.name(), offices.county(place.county(), locale), position)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String office(String bureau, String ground, Locale locale) {
        return offices.office(bureau, locale) + "\n"
                + messages.getMessage("release.ground." + ground, null, ground, locale);
    }

    private String agreement(String id, Locale locale) {
        return offices.agreement(id)
                .map(agreement -> agreement.name().in(locale))
                .orElse(id);
    }

    /** The other bureau, and the departments that supervise on both sides. */
    private List<String> recipients(Release.Escalation escalation, Locale locale) {
        List<String> recipients = new ArrayList<>();
        recipients.add(offices.office(escalation.counterpartBureau(), locale));
        offices.agreement(escalation.agreement()).ifPresent(agreement -> {
            recipients.add(department(agreement, escalation.counterpart(), locale));
            recipients.add(department(agreement, escalation.lead(), locale));
        });
        return recipients;
    }

    private String department(Agreement agreement, Side side, Locale locale) {
        String name = agreement
                .party(side)
                .map(party -> party.department().name().in(locale))
                .orElse(side.code());
        return messages.getMessage("release.supervising", new Object[] {name}, locale);
    }

    /** The exact position stays, unless it is just that which the officer chose to send. */
    private static List<String> stays(ReportView view, Release release) {
        Double latitude = release.summary().affectedWater().latitude();
        boolean exact = latitude != null
                && view.affectedWater() != null
                && latitude.equals(view.affectedWater().lat());
        return STAYS.stream()
                .filter(key -> !exact || !key.equals(EXACT_POSITION))
                .toList();
    }

    /** As they will be sent, with what is covered. */
    private static List<Photo> photos(ReportView view, Release release, String href) {
        List<Photo> sent = new ArrayList<>();
        int number = 0;
        for (org.lianzhi.model.Photo photo : view.allPhotos()) {
            number++;
            if (release.summary().photos().contains(photo.id())) {
                sent.add(new Photo(href + "/photos/" + photo.id() + "/to-release", number, null));
            }
        }
        return sent;
    }

    /** Where faces and plates of each photo are covered. */
    List<Cover> covers(ReportView view, String href) {
        List<Cover> covers = new ArrayList<>();
        for (org.lianzhi.model.Photo photo : view.allPhotos()) {
            covers.add(new Cover(href + "/photos/" + photo.id() + "/cover", covers.size() + 1, view.covers(photo)));
        }
        return covers;
    }

    /** @param covered whether something is covered already */
    public record Cover(String href, int number, boolean covered) {}
}
