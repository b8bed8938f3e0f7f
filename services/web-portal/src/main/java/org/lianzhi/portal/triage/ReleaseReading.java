package org.lianzhi.portal.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
class ReleaseReading {

    private static final List<String> STAYS = List.of(
            "release.stays.identity", "release.stays.words", "release.stays.originals", "release.stays.position");

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
        model.addAttribute("counties", offices.counties(locale));
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
                STAYS,
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
        return Stream.of(place.name(), offices.county(place.county(), locale))
                .filter(part -> part != null && !part.isBlank())
                .reduce((name, county) -> name + "\n" + county)
                .orElse("");
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

    private static List<Photo> photos(ReportView view, Release release, String href) {
        List<Photo> all = ReportReading.photos(view, href);
        return all.stream()
                .filter(photo -> release.summary().photos().stream()
                        .anyMatch(id -> Objects.equals(photo.href(), href + "/photos/" + id)))
                .toList();
    }
}
