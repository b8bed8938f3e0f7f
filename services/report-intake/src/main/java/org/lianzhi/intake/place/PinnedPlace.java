package org.lianzhi.intake.place;

import java.util.Optional;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.territory.Datum;

/** A pin on WGS-84, which the maps use. */
public record PinnedPlace(double latitude, double longitude, double accuracyM) {

    public static Optional<PinnedPlace> of(GivenPlace place) {
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        if (latitude == null || longitude == null) {
            return Optional.empty();
        }
        double accuracy = place.accuracyM() == null ? 0 : place.accuracyM();
        if (GivenPlace.GCJ_02.equals(place.datum())) {
            Datum.Position position = Datum.gcj02ToWgs84(latitude, longitude);
            return Optional.of(new PinnedPlace(position.latitude(), position.longitude(), accuracy));
        }
        return Optional.of(new PinnedPlace(latitude, longitude, accuracy));
    }
}
