package org.lianzhi.portal.triage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;
import org.lianzhi.portal.territory.Offices;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.County;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Makes of the officer's words what is sent: the own side leads, the other county's branch is asked. */
@Component
class Releases {

    private final Offices offices;

    Releases(Offices offices) {
        this.offices = offices;
    }

    /** Nothing where the two counties do not fit; the form says why. */
    Optional<Release> of(ReportView view, ReleaseForm form, Side own, BindingResult found) {
        Optional<County> affected = offices.county(String.valueOf(form.affectedCounty()));
        Optional<County> source = offices.county(String.valueOf(form.sourceCounty()));
        if (affected.isEmpty() || source.isEmpty()) {
            found.rejectValue(affected.isEmpty() ? "affectedCounty" : "sourceCounty", "release.county.missing");
            return Optional.empty();
        }
        Side sideOfWater = affected.get().side();
        Side sideOfSource = source.get().side();
        if (sideOfWater.equals(sideOfSource)) {
            found.rejectValue("sourceCounty", "release.oneside");
        } else if (!sideOfWater.equals(own) && !sideOfSource.equals(own)) {
            found.rejectValue("affectedCounty", "release.notours");
        } else if (isElsewhere(form, own, sideOfWater)) {
            found.rejectValue("ground", "release.ground.elsewhere");
        } else {
            boolean waterIsOurs = sideOfWater.equals(own);
            County ours = waterIsOurs ? affected.get() : source.get();
            County theirs = waterIsOurs ? source.get() : affected.get();
            return offices.between(own, theirs.side()).map(agreement -> release(view, form, agreement, ours, theirs));
        }
        return Optional.empty();
    }

    private static boolean isElsewhere(ReleaseForm form, Side own, Side sideOfWater) {
        boolean waterIsOurs = sideOfWater.equals(own);
        return ("affected-water".equals(form.ground()) && !waterIsOurs)
                || ("facility".equals(form.ground()) && waterIsOurs);
    }

    /** The pin only as exactly as the officer chose: it may be somebody's home. */
    private static Place affected(ReportView.@Nullable SeenPlace seen, ReleaseForm form) {
        if (seen == null || seen.lat() == null || seen.lon() == null) {
            return new Place(form.affectedCounty(), form.affectedName(), null, null);
        }
        return new Place(form.affectedCounty(), form.affectedName(), form.told(seen.lat()), form.told(seen.lon()));
    }

    private static Release release(ReportView view, ReleaseForm form, Agreement agreement, County ours, County theirs) {
        return new Release(
                new Release.Summary(
                        view.line().category(),
                        form.summary(),
                        form.allegedCause(),
                        affected(view.affectedWater(), form),
                        null,
                        new Place(
                                form.sourceCounty(),
                                form.sourceName().isEmpty() ? null : form.sourceName(),
                                null,
                                null),
                        view.observedAt(),
                        view.weather(),
                        view.stillGoingOn(),
                        form.photos(),
                        Release.shown(form.photos(), view.releasable())),
                new Release.Escalation(
                        agreement.id(),
                        agreement.version(),
                        ours.side(),
                        ours.branch().code(),
                        theirs.side(),
                        theirs.branch().code(),
                        String.valueOf(form.ground())));
    }
}
