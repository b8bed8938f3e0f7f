package org.lianzhi.territory;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianzhi.model.Side;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds province, county and distance to the provincial line of a point, from the GeoJSON of an agreement.
 *
 * <p>Distances are taken on a plane on which a degree of longitude is shortened by the cosine of the area's middle
 * latitude. Over the few degrees of a border area that is wrong by less than one in a hundred, far below the error of
 * the map itself.
 */
public final class Locator {

    private static final double METRES_PER_DEGREE = 111_320;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final double widthM;
    private final double shortening;
    private final Map<String, IndexedPointInAreaLocator> provinces = new HashMap<>();
    private final Map<String, IndexedPointInAreaLocator> counties = new HashMap<>();
    private final Map<String, County> countyByCode;
    private final Map<String, Side> sideByProvince;
    private final IndexedFacetDistance border;

    private Locator(Agreement agreement, double shortening, List<Area> areas) {
        this.widthM = agreement.border().widthKm() * 1000;
        this.shortening = shortening;
        this.countyByCode = new HashMap<>();
        this.sideByProvince = new HashMap<>();
        agreement.parties().forEach(party -> {
            sideByProvince.put(party.province(), party.side());
            party.counties().forEach(county -> countyByCode.put(county.code(), county));
        });
        List<Geometry> outlines = new ArrayList<>();
        for (Area area : areas) {
            if (area.level().equals("province")) {
                provinces.put(area.code(), new IndexedPointInAreaLocator(area.shape()));
                outlines.add(area.shape());
            } else {
                counties.put(area.code(), new IndexedPointInAreaLocator(area.shape()));
            }
        }
        this.border = new IndexedFacetDistance(commonLine(outlines));
    }

    private record Area(String level, String code, Geometry shape) {}

    /** Where both provinces' outlines run along each other, give or take what generalisation moved them apart. */
    private static Geometry commonLine(List<Geometry> provinces) {
        if (provinces.size() != 2) {
            throw new BadTerritory("the map needs the outlines of exactly two provinces, not " + provinces.size());
        }
        Geometry line = provinces
                .get(0)
                .getBoundary()
                .intersection(provinces.get(1).getBoundary().buffer(1_000));
        if (line.isEmpty()) {
            throw new BadTerritory("the two provinces of the map have no line in common");
        }
        return line;
    }

    /** @throws BadTerritory with the feature and the reason */
    static Locator read(String file, InputStream geoJson, Agreement agreement) {
        try {
            JsonNode features = JsonMapper.shared().readTree(geoJson).path("features");
            double shortening = Math.cos(Math.toRadians(middleLatitude(features)));
            List<Area> areas = new ArrayList<>();
            for (JsonNode feature : features) {
                areas.add(area(file, feature, shortening));
            }
            return new Locator(agreement, shortening, areas);
        } catch (JacksonException e) {
            throw new BadTerritory(file + ": " + e.getOriginalMessage(), e);
        }
    }

    private static double middleLatitude(JsonNode features) {
        double low = 90;
        double high = -90;
        for (JsonNode feature : features) {
            if (feature.path("properties").path("level").asString("").equals("county")) {
                for (JsonNode ring : feature.path("geometry").findValue("coordinates")) {
                    double latitude = firstNumberPair(ring).get(1).asDouble();
                    low = Math.min(low, latitude);
                    high = Math.max(high, latitude);
                }
            }
        }
        return low > high ? 0 : (low + high) / 2;
    }

    private static JsonNode firstNumberPair(JsonNode node) {
        JsonNode current = node;
        while (current.get(0) != null && current.get(0).isArray()) {
            current = current.get(0);
        }
        return current;
    }

    private static Area area(String file, JsonNode feature, double shortening) {
        JsonNode properties = feature.path("properties");
        String code = properties.path("adcode").asString("");
        JsonNode geometry = feature.path("geometry");
        Geometry shape = switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(geometry.path("coordinates"), shortening);
            case "MultiPolygon" -> multiPolygon(geometry.path("coordinates"), shortening);
            default -> throw new BadTerritory(file + ": feature " + code + " is neither Polygon nor MultiPolygon");
        };
        if (!shape.isValid()) {
            throw new BadTerritory(file + ": the outline of " + code + " crosses itself or is not closed");
        }
        return new Area(properties.path("level").asString("county"), code, shape);
    }

    private static Geometry multiPolygon(JsonNode polygons, double shortening) {
        List<Polygon> parts = new ArrayList<>();
        polygons.forEach(polygon -> parts.add(polygon(polygon, shortening)));
        return GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings, double shortening) {
        List<LinearRing> lines = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> points = new ArrayList<>();
            ring.forEach(point ->
                    points.add(plane(point.get(1).asDouble(), point.get(0).asDouble(), shortening)));
            lines.add(GEOMETRY.createLinearRing(points.toArray(Coordinate[]::new)));
        }
        return GEOMETRY.createPolygon(
                lines.getFirst(), lines.subList(1, lines.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate plane(double latitude, double longitude, double shortening) {
        return new Coordinate(longitude * METRES_PER_DEGREE * shortening, latitude * METRES_PER_DEGREE);
    }

    /**
     * Looks a point up.
     *
     * @param latitude degrees north, WGS-84
     * @param longitude degrees east, WGS-84
     * @param accuracyM how far the position may be off; widens the border zone
     */
    public Located locate(double latitude, double longitude, double accuracyM) {
        Coordinate point = plane(latitude, longitude, shortening);
        double toBorder = border.distance(GEOMETRY.createPoint(point));
        return new Located(
                within(provinces, point).map(sideByProvince::get),
                within(counties, point).map(countyByCode::get),
                toBorder,
                toBorder <= widthM + accuracyM);
    }

    private static Optional<String> within(Map<String, IndexedPointInAreaLocator> areas, Coordinate point) {
        for (Map.Entry<String, IndexedPointInAreaLocator> area : areas.entrySet()) {
            if (area.getValue().locate(point) != Location.EXTERIOR) {
                return Optional.of(area.getKey());
            }
        }
        return Optional.empty();
    }
}
