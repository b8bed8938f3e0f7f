package org.lianzhi.portal.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.status.StatusPage.Step;

/** The way of a report, step by step: what is behind it, where it is, what is still to come. */
final class Steps {

    private static final String DONE = "done";
    private static final String NOW = "now";
    private static final String LATER = "later";

    /** Steps of a joint case in their usual order, and what the case calls them. */
    private static final List<Stage> OF_A_CASE = List.of(
            new Stage("joint", "acknowledged"),
            new Stage("inspected", "inspected"),
            new Stage("sampled", "sampled"),
            new Stage("finding", "found"),
            new Stage("rectification", "rectified"),
            new Stage("verified", "verified"),
            new Stage("closed", "closed"));

    private final TrackingView view;
    private final Telling telling;
    private final List<Step> steps = new ArrayList<>();

    private Steps(TrackingView view, Telling telling) {
        this.view = view;
        this.telling = telling;
    }

    /** @param ends the step of the case with which it is done */
    private record Stage(String name, String ends) {}

    /** Puts a step into words, in the reader's language. */
    interface Telling {
        String words(String key, String... places);

        String office(@Nullable String bureau);
    }

    static List<Step> of(TrackingView view, Telling telling) {
        Steps way = new Steps(view, telling);
        way.add(Boolean.TRUE.equals(view.follows()) ? "followed" : "received", DONE, view.filedAt(), null, null);
        way.handedOver();
        way.on();
        return List.copyOf(way.steps);
    }

    private void on() {
        switch (view.state()) {
            case "received", "transferred", "disputed" -> waiting();
            case "returned" -> asked();
            case "not-accepted" -> notAccepted();
            case "repeated", "fabricated" -> dismissed();
            case "merged" -> elsewhere();
            case "cross-border" -> jointly();
            default -> alone();
        }
    }

    /** The office that the report came to last; which ones could not agree is not the reporter's burden. */
    private void handedOver() {
        Instant at = updated("transferred");
        if (at != null) {
            add(
                    "transferred",
                    DONE,
                    at,
                    telling.words("status.words.transferred", telling.office(view.officeBureau())),
                    null);
        }
    }

    private void asked() {
        add("asked", NOW, null, telling.words("status.words.asked", telling.office(view.officeBureau())), null);
    }

    private void dismissed() {
        TrackingView.Dismissal dismissal = view.dismissal();
        add(view.state(), DONE, dismissal == null ? null : dismissal.at(), null, null);
    }

    /** From here on it is the way of the report in which it goes on. */
    private void elsewhere() {
        TrackingView.GoingOn goingOn = view.goingOn();
        add("merged", DONE, goingOn == null ? null : goingOn.since(), telling.words("status.words.merged"), null);
        if (goingOn != null) {
            Steps further = new Steps(view.whereItGoesOn(), telling);
            further.on();
            steps.addAll(further.steps);
        }
    }

    private void waiting() {
        boolean late = Boolean.TRUE.equals(view.triageOverdue());
        String words =
                telling.words(late ? "status.words.late" : "status.words.looking", telling.office(view.officeBureau()));
        add("accepted", NOW, null, words, view.triageBy());
    }

    private void notAccepted() {
        String reason =
                view.notAcceptedReason() == null ? "" : telling.words("triage.reason." + view.notAcceptedReason());
        String go = view.whereToGo() == null ? "" : "\n" + view.whereToGo();
        add("not-accepted", DONE, updated("not-accepted"), reason + go, null);
    }

    private void alone() {
        add("accepted", DONE, updated("accepted"), null, null);
        TrackingView.Reply reply = view.reply();
        if (reply == null) {
            add("handled", NOW, null, telling.words("status.words.handled", telling.office(view.officeBureau())), null);
        } else {
            add("handled", DONE, reply.at(), null, null);
        }
    }

    private void jointly() {
        add("accepted", DONE, updated("accepted-as-cross-border"), null, null);
        Map<String, Instant> happened = happened();
        if (happened.containsKey("closed") && !isReopened(happened)) {
            closed(happened);
        } else {
            underWay(happened);
        }
    }

    /** What did not happen is not missed any more. */
    private void closed(Map<String, Instant> happened) {
        for (Stage stage : OF_A_CASE) {
            Instant at = happened.get(stage.ends());
            if (at != null) {
                add(stage.name(), DONE, at, words(stage, DONE), null);
            }
        }
    }

    private void underWay(Map<String, Instant> happened) {
        boolean isNext = true;
        for (Stage stage : OF_A_CASE) {
            Instant at = stage.name().equals("closed") ? null : happened.get(stage.ends());
            if (at != null) {
                add(stage.name(), DONE, at, words(stage, DONE), null);
            } else {
                add(stage.name(), isNext ? NOW : LATER, null, isNext ? words(stage, NOW) : null, null);
                isNext = false;
            }
        }
        if (happened.containsKey("concluded")) {
            add("concluded", DONE, happened.get("concluded"), telling.words("status.words.concluded"), null);
        }
        if (happened.containsKey("reopened")) {
            add("reopened", DONE, happened.get("reopened"), null, null);
        }
    }

    private static boolean isReopened(Map<String, Instant> happened) {
        Instant reopened = happened.get("reopened");
        return reopened != null && reopened.isAfter(happened.get("closed"));
    }

    private @Nullable String words(Stage stage, String state) {
        if (stage.name().equals("joint")) {
            return telling.words(
                    state.equals(NOW) ? "status.words.joining" : "status.words.joint",
                    telling.office(view.officeBureau()),
                    telling.office(view.otherBureau()));
        }
        return state.equals(NOW) ? telling.words("status.words.now." + stage.name()) : null;
    }

    private Map<String, Instant> happened() {
        Map<String, Instant> happened = new TreeMap<>();
        if (view.caseProgress() != null) {
            for (TrackingView.Step step : view.caseProgress().steps()) {
                if (step.at() != null) {
                    happened.put(step.key(), step.at());
                }
            }
        }
        return happened;
    }

    private @Nullable Instant updated(String key) {
        return view.allUpdates().stream()
                .filter(update -> update.key().endsWith(key))
                .map(TrackingView.Update::at)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private void add(
            String name, String state, @Nullable Instant at, @Nullable String words, @Nullable Instant promised) {
        steps.add(new Step("status.step." + name, state, at, words, promised));
    }
}
