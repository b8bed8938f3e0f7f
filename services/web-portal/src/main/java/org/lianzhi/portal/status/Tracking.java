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

    private record Quicker(@Nullable String secret) {

        @Override
        public String toString() {
            return "a tracking secret";
        }
    }

    /**
     * The report that a code opens. What is kept of the code is the secret that opens the same: its page is loaded again
     * and again, and a typed code is slow to look up.
     */
    Followed open(String code) {
        String secret = reportIntake
                .post(Quicker.class, null, new Code(code), "/api/v1/tracking/secret")
                .secret();
        String kept = secret == null ? code : secret;
        return Followed.of(kept, follow(kept));
    }

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

    /** Sends something that the reporter says. */
    Receipt say(String key, Object said, String path) {
        return reportIntake.command(key, null, said, "/api/v1/tracking/" + path);
    }

    StatusPage page(TrackingView view, Locale locale) {
        TrackingView going = view.whereItGoesOn();
        return new StatusPage(
                MatterNumber.ofReport(view.report(), zone),
                Steps.of(view, telling(locale)),
                Stream.of(going.officeBureau(), going.otherBureau())
                        .filter(Objects::nonNull)
                        .map(bureau -> offices.office(bureau, locale))
                        .toList(),
                updatedAt(going),
                reply(going),
                view.isAsked(),
                view.answered() == null ? null : "status.answered." + view.answered() + alone(going),
                "status.fixed.rule" + alone(going),
                view.allAdded().stream()
                        .map(added -> new StatusPage.Added(added.at(), added.words(), added.photos()))
                        .toList(),
                review(view.review()),
                view.codeRenewedAt(),
                Boolean.TRUE.equals(view.follows()),
                asked(view.asked()),
                dismissal(view.dismissal()),
                verification(going));
    }

    /** What was recorded apart; earlier it stood in the reply. */
    private static @Nullable String verification(TrackingView view) {
        TrackingView.Reply reply = view.reply();
        String inReply = reply == null ? null : reply.verification();
        String result = view.verification() == null ? inReply : view.verification();
        return result == null ? null : "reply.verification." + result;
    }

    private static StatusPage.@Nullable Asked asked(TrackingView.@Nullable Asked asked) {
        return asked == null ? null : new StatusPage.Asked(asked.reason(), asked.question(), asked.answerBy());
    }

    private static StatusPage.@Nullable Dismissal dismissal(TrackingView.@Nullable Dismissal dismissal) {
        return dismissal == null
                ? null
                : new StatusPage.Dismissal(dismissal.outcome(), dismissal.reason(), dismissal.words());
    }

    /** Where the own bureau deals with it alone, nobody else is told. */
    private static String alone(TrackingView view) {
        return view.isJoint() ? "" : ".alone";
    }

    private static StatusPage.@Nullable Reply reply(TrackingView view) {
        TrackingView.Reply reply = view.reply();
        return reply == null
                ? null
                : new StatusPage.Reply(
                        reply.text(),
                        Boolean.TRUE.equals(view.askAboutReply()),
                        view.rating() == null ? null : "status.rating." + view.rating());
    }

    private static StatusPage.@Nullable Review review(TrackingView.@Nullable Review review) {
        if (review == null) {
            return null;
        }
        TrackingView.Offer offer = review.offer();
        TrackingView.Running running = review.running();
        List<TrackingView.Answer> answers = review.answers() == null ? List.of() : review.answers();
        return new StatusPage.Review(
                offer == null ? null : offer.step(),
                offer == null ? null : offer.until(),
                review.named(),
                running == null ? null : running.step(),
                running == null ? null : running.answerBy(),
                running != null && running.overdue(),
                answers.stream()
                        .map(answer ->
                                new StatusPage.Answer(answer.step(), answer.outcome(), answer.text(), answer.at()))
                        .toList(),
                review.basis());
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
