package org.lianzhi.portal.cases;

import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;

/** The acts and states of a case, as addresses and messages name them. */
public final class Acts {

    private Acts() {}

    /** The name of the page on which an act is done. */
    static String step(String act) {
        return act.equals("report-results") ? "enter-results" : act;
    }

    /** Message key of an act's name. */
    public static String key(String act) {
        return "task." + step(act);
    }

    public static String caseHref(String id) {
        return "/staff/cases/" + id;
    }

    static String href(String id, String act, @Nullable String ref) {
        String page = caseHref(id) + "/" + step(act);
        return ref == null ? page : page + "/" + ref;
    }

    /** A case's state; {@code state} is a code of joint-investigation. */
    public static Tag state(String state) {
        return new Tag(
                "state.case." + state,
                switch (state) {
                    case "closed" -> Tone.DONE;
                    case "declined" -> Tone.WRONG;
                    case "acknowledging" -> Tone.ATTENTION;
                    default -> Tone.WAITING;
                });
    }

    static Tag status(String status) {
        return switch (status) {
            case "open" -> new Tag("state.open", Tone.ATTENTION);
            case "done" -> new Tag("state.done", Tone.DONE);
            case "waiting" -> new Tag("state.waiting", Tone.WAITING);
            default -> new Tag("state.notyet", Tone.PLAIN);
        };
    }
}
