package org.lianzhi.portal.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.portal.component.MapPlace;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What can be seen of a case: photos, and places on the map. */
@Component
public final class CaseSights {

    private final Words words;

    CaseSights(Words words) {
        this.words = words;
    }

    List<Photo> photos(CaseView view) {
        List<Photo> photos = new ArrayList<>();
        if (view.summary() != null) {
            view.summary()
                    .photos()
                    .forEach(photo -> photos.add(new Photo(
                            Acts.caseHref(view.id()) + "/photos/released/" + photo.id(), photos.size() + 1, null)));
        }
        if (view.jurisdiction() != null) {
            view.jurisdiction()
                    .decisions()
                    .forEach((side, decision) -> photos.addAll(of(
                            view,
                            decision.pages(),
                            words.say("case.photo.decision", words.side(side)),
                            photos.size())));
        }
        view.inspections()
                .forEach(visit -> visit.recordings()
                        .forEach((side, recording) -> photos.addAll(of(
                                view,
                                recording.photos(),
                                words.say("case.photo.inspection", words.side(side)),
                                photos.size()))));
        view.measures()
                .map(ordered -> ordered.measure().done())
                .flatMap(Stream::ofNullable)
                .forEach(
                        done -> photos.addAll(of(view, done.photos(), words.say("case.photo.measure"), photos.size())));
        view.orders().stream()
                .flatMap(order -> Stream.ofNullable(order.afterCheck()))
                .flatMap(looked -> looked.checks().stream())
                .forEach(check -> photos.addAll(of(
                        view,
                        check.photos(),
                        words.say("case.photo.after-check", words.side(check.side())),
                        photos.size())));
        if (view.emergency() != null) {
            view.emergency()
                    .measures()
                    .forEach(taken -> photos.addAll(of(
                            view,
                            taken.photos(),
                            words.say("case.photo.emergency", words.side(taken.side())),
                            photos.size())));
        }
        view.papers()
                .forEach(paper -> photos.addAll(of(
                        view,
                        paper.pages(),
                        words.say("case.photo.paper", words.paper(paper.kind()), paper.number()),
                        photos.size())));
        return photos;
    }

    /** Photos that a side added to its record. */
    public List<Photo> of(CaseView view, List<org.lianzhi.model.Photo> photos, @Nullable String caption, int before) {
        List<Photo> shown = new ArrayList<>();
        for (org.lianzhi.model.Photo photo : photos) {
            int number = before + shown.size() + 1;
            String numbered = caption == null ? null : words.say("case.photo", caption, number);
            shown.add(new Photo(Acts.caseHref(view.id()) + "/photos/recorded/" + photo.id(), number, numbered));
        }
        return shown;
    }

    public List<MapPlace> places(CaseView view) {
        List<MapPlace> places = new ArrayList<>();
        ReleasedSummary summary = view.summary();
        if (summary != null) {
            add(places, "water", "release.row.affected", summary.affectedWater());
            add(places, "source", "case.place.outlet", summary.suspectedOutlet());
            add(places, "source", "release.row.source", summary.suspectedFacility());
        }
        view.samples().forEach(sample -> add(places, "source", "case.sample.point", sample.point()));
        view.findings().stream()
                .filter(finding -> !finding.state().equals("withdrawn"))
                .forEach(finding -> add(places, "source", "case.outlet", finding.outlet()));
        return places.stream().distinct().toList();
    }

    private void add(List<MapPlace> places, String kind, String key, @Nullable Place place) {
        if (place != null && place.latitude() != null && place.longitude() != null) {
            places.add(new MapPlace(kind, words.say(key), words.place(place), place.latitude(), place.longitude()));
        }
    }

    String json(CaseView view) {
        return JsonMapper.shared().writeValueAsString(places(view));
    }
}
