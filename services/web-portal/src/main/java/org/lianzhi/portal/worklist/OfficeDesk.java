package org.lianzhi.portal.worklist;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Service;
import org.springframework.stereotype.Component;

/** Who of the office has taken on what, and the views that the reader saved. The list works without it. */
@Component
class OfficeDesk {

    private static final String PATH = "/api/v1/desk";

    private final Service reportIntake;

    OfficeDesk(Service reportIntake) {
        this.reportIntake = reportIntake;
    }

    record SavedView(String name, String query) {}

    /** @param me the reader's reference; null while the desk cannot be told */
    record State(
            Map<String, String> assigned,
            List<SavedView> views,
            @Nullable String me) {

        static final State UNKNOWN = new State(Map.of(), List.of(), null);
    }

    private record Assignment(
            List<String> matters, @Nullable String person) {}

    State state() {
        try {
            return reportIntake.get(State.class, PATH);
        } catch (Away | NotThere unknown) {
            return State.UNKNOWN;
        }
    }

    /**
     * Assigns matters, once however often it is sent.
     *
     * @param person null for nobody
     */
    void assign(String key, List<String> matters, @Nullable String person) {
        reportIntake.post(State.class, key, new Assignment(matters, person), PATH + "/assignments");
    }

    void save(String name, String query) {
        reportIntake.post(State.class, null, new SavedView(name, query), PATH + "/views");
    }

    void remove(String name) {
        reportIntake.post(State.class, null, Map.of("name", name), PATH + "/views/removal");
    }
}
