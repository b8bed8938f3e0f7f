package org.lianzhi.portal.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.MatterNumber;
import org.lianzhi.portal.client.Receipt;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.territory.Offices;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reports as whoever knows the code may see them. */
@Component
class Tracking {

    private final Service reportIntake;
    private final Offices offices;
    private final MessageSource messages;
    private final ZoneId zone;

    Tracking(Service reportIntake, Offices offices, MessageSource messages, PortalProperties settings) {
        this.reportIntake = reportIntake;
        this.offices = offices;
        this.messages = messages;
        this.zone = settings.zone();
    }

    private record Code(String code) {}

    private record Answer(
            String code, boolean fixed, @Nullable String words) {}

    TrackingView follow(String code) {
        return reportIntake.post(TrackingView.class, null, new Code(code), "/api/v1/tracking");
    }

    Receipt answer(FixedForm form) {
        String words = form.words() == null || form.words().isBlank() ? null : form.words();
        return reportIntake.command(
                form.idempotencyKey(),
                null,
                new Answer(form.code(), "yes".equals(form.fixed()), words),
                "/api/v1/tracking/answer");
    }

    StatusPage page(TrackingView view, Locale locale) {
        return new StatusPage(
                MatterNumber.ofReport(view.report(), zone),
                Steps.of(view, telling(locale)),
                Stream.of(view.officeBureau(), view.otherBureau())
                        .filter(Objects::nonNull)
                        .map(bureau -> offices.office(bureau, locale))
                        .toList(),
                updatedAt(view),
                view.reply() == null ? null : view.reply().text(),
                view.isAsked(),
                view.answered() == null ? null : "status.answered." + view.answered());
    }

    private static Instant updatedAt(TrackingView view) {
        Stream<@Nullable Instant> ofReport = view.allUpdates().stream().map(TrackingView.Update::at);
        List<TrackingView.Step> steps =
                view.caseProgress() == null ? List.of() : view.caseProgress().steps();
        return Stream.concat(ofReport, steps.stream().map(TrackingView.Step::at))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(view.filedAt());
    }

    private Steps.Telling telling(Locale locale) {
        return new Steps.Telling() {
            @Override
            public String words(String key, String... places) {
                return Objects.requireNonNullElse(messages.getMessage(key, places, "", locale), "");
            }

            @Override
            public String office(@Nullable String bureau) {
                return bureau == null ? "" : offices.office(bureau, locale);
            }
        };
    }
}
