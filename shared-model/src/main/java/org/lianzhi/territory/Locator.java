package org.lianzhi.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianzhi.model.Side;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Finds province, county and distance to the provincial line of a point, on the map of an agreement.
 *
 * <p>Distances are taken on a plane on which a degree of longitude is shortened by the cosine of the area's middle
 * latitude. Over the few degrees of a border area that is wrong by less than one in a hundred, far below the error of
 * the map itself.
 */
public final class Locator {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final double widthM;
    private final Outlines.Plane plane;
    private final Areas provinces;
    private final Areas counties;
    private final Map<String, County> countyByCode = new HashMap<>();
    private final Map<String, Side> sideByProvince = new HashMap<>();
    private final IndexedFacetDistance border;

    Locator(Agreement agreement, Outlines outlines) {
        this.widthM = agreement.border().widthKm() * 1000;
        this.plane = outlines.plane();
        agreement.parties().forEach(party -> {
            sideByProvince.put(party.province(), party.side());
            party.counties().forEach(county -> countyByCode.put(county.code(), county));
        });
        this.provinces = new Areas(outlines.provinces());
        this.counties = new Areas(outlines.counties());
        this.border = new IndexedFacetDistance(outlines.commonLine());
    }

    /** @throws BadTerritory with line and reason */
    static Locator read(String file, byte[] geoJson, Agreement agreement) {
        return new Locator(agreement, Outlines.read(file, geoJson, agreement));
    }

    /** Outlines of one kind, found by their rectangles first. */
    private static final class Areas {

        private final STRtree rectangles = new STRtree();

        Areas(List<Outlines.Area> areas) {
            areas.forEach(area -> rectangles.insert(
                    area.shape().getEnvelopeInternal(),
                    new Indexed(area.code(), new IndexedPointInAreaLocator(area.shape()))));
            // Built by the first query, which several may ask at once.
            rectangles.build();
        }

        private record Indexed(String code, IndexedPointInAreaLocator shape) {

            boolean covers(Coordinate point) {
                return shape.locate(point) != Location.EXTERIOR;
            }
        }

        /** On a line that two have in common: always the same one of them. */
        Optional<String> at(Coordinate point) {
            List<String> covering = new ArrayList<>(2);
            rectangles.query(new Envelope(point), item -> {
                if (item instanceof Indexed area && area.covers(point)) {
                    covering.add(area.code());
                }
            });
            return covering.stream().min(String::compareTo);
        }
    }

    /**
     * Looks a point up.
     *
     * @param latitude degrees north, WGS-84
     * @param longitude degrees east, WGS-84
     * @param accuracyM how far the position may be off; widens the border zone
     */
    public Located locate(double latitude, double longitude, double accuracyM) {
        Coordinate point = plane.of(latitude, longitude);
        Geometry here = GEOMETRY.createPoint(point);
        double toBorder = border.distance(here);
        double zone = widthM + Math.max(0, accuracyM);
        return new Located(
                provinces.at(point).map(sideByProvince::get),
                counties.at(point).map(countyByCode::get),
                toBorder,
                zone,
                toBorder <= zone);
    }
}
