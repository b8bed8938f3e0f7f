package org.lianzhi.territory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outlines of provinces and counties, from the GeoJSON of an agreement, on a plane in metres. */
record Outlines(Plane plane, List<Area> provinces, List<Area> counties) {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** How far generalisation may have moved one line in the two outlines that share it. */
    private static final double SAME_LINE_M = 1_000;

    Outlines {
        provinces = List.copyOf(provinces);
        counties = List.copyOf(counties);
    }

    record Area(String code, Geometry shape) {}

    /** @param shortening of a degree of longitude */
    record Plane(double shortening) {

        private static final double METRES_PER_DEGREE = 111_320;

        Coordinate of(double latitude, double longitude) {
            return new Coordinate(longitude * METRES_PER_DEGREE * shortening, latitude * METRES_PER_DEGREE);
        }
    }

    /** Where both provinces' outlines run along each other, give or take what generalisation moved them apart. */
    Geometry commonLine() {
        return line(provinces);
    }

    private static Geometry line(List<Area> provinces) {
        return provinces
                .get(0)
                .shape()
                .getBoundary()
                .intersection(provinces.get(1).shape().getBoundary().buffer(SAME_LINE_M));
    }

    /** @throws BadTerritory with line and reason */
    static Outlines read(String file, byte[] geoJson, Agreement agreement) {
        String text = new String(geoJson, StandardCharsets.UTF_8);
        try {
            return new Reading(file, text).outlines(JsonMapper.shared().readTree(text), agreement);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new BadTerritory(
                    file + " line " + (at == null ? "?" : at.getLineNr()) + ": " + e.getOriginalMessage(), e);
        }
    }

    /** One file being read. */
    private record Reading(String file, String text) {

        Outlines outlines(JsonNode collection, Agreement agreement) {
            JsonNode features = collection.path("features");
            Plane plane = new Plane(Math.cos(Math.toRadians(middleLatitude(features))));
            List<Area> provinces = new ArrayList<>();
            List<Area> counties = new ArrayList<>();
            for (JsonNode feature : features) {
                boolean province = level(feature).equals("province");
                (province ? provinces : counties).add(area(feature, plane));
            }
            check(provinces, counties, agreement);
            return new Outlines(plane, provinces, counties);
        }

        private void check(List<Area> provinces, List<Area> counties, Agreement agreement) {
            if (provinces.size() != 2) {
                throw new BadTerritory(
                        file + ": the map needs the outlines of exactly two provinces, not " + provinces.size());
            }
            if (line(provinces).isEmpty()) {
                throw new BadTerritory(file + ": the two provinces of the map have no line in common");
            }
            Set<String> drawn = new HashSet<>();
            provinces.forEach(area -> drawn.add(area.code()));
            counties.forEach(area -> drawn.add(area.code()));
            for (Agreement.Party party : agreement.parties()) {
                mustBeDrawn(party.province(), drawn);
                party.counties().forEach(county -> mustBeDrawn(county.code(), drawn));
            }
        }

        private void mustBeDrawn(String code, Set<String> drawn) {
            if (!drawn.contains(code)) {
                throw new BadTerritory(file + ": the outline of " + code + " is missing");
            }
        }

        private double middleLatitude(JsonNode features) {
            double low = 90;
            double high = -90;
            for (JsonNode feature : features) {
                if (level(feature).equals("county")) {
                    for (JsonNode ring : feature.path("geometry").path("coordinates")) {
                        double latitude = coordinate(feature, firstPoint(ring), 1, 90);
                        low = Math.min(low, latitude);
                        high = Math.max(high, latitude);
                    }
                }
            }
            return low > high ? 0 : (low + high) / 2;
        }

        private static JsonNode firstPoint(JsonNode node) {
            JsonNode current = node;
            while (current.path(0).isArray()) {
                current = current.path(0);
            }
            return current;
        }

        private static String level(JsonNode feature) {
            return feature.path("properties").path("level").asString("county");
        }

        private static String code(JsonNode feature) {
            return feature.path("properties").path("adcode").asString("");
        }

        private Area area(JsonNode feature, Plane plane) {
            JsonNode geometry = feature.path("geometry");
            JsonNode coordinates = geometry.path("coordinates");
            Geometry shape = switch (geometry.path("type").asString("")) {
                case "Polygon" -> polygon(feature, coordinates, plane);
                case "MultiPolygon" -> multiPolygon(feature, coordinates, plane);
                default -> throw bad(feature, "it is neither Polygon nor MultiPolygon");
            };
            if (!shape.isValid()) {
                throw bad(feature, "it crosses itself");
            }
            return new Area(code(feature), shape);
        }

        private Geometry multiPolygon(JsonNode feature, JsonNode polygons, Plane plane) {
            List<Polygon> parts = new ArrayList<>();
            polygons.forEach(polygon -> parts.add(polygon(feature, polygon, plane)));
            return GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
        }

        private Polygon polygon(JsonNode feature, JsonNode rings, Plane plane) {
            List<LinearRing> lines = new ArrayList<>();
            for (JsonNode ring : rings) {
                lines.add(ring(feature, ring, plane));
            }
            if (lines.isEmpty()) {
                throw bad(feature, "it has no points");
            }
            return GEOMETRY.createPolygon(
                    lines.getFirst(), lines.subList(1, lines.size()).toArray(LinearRing[]::new));
        }

        private LinearRing ring(JsonNode feature, JsonNode ring, Plane plane) {
            List<Coordinate> points = new ArrayList<>();
            ring.forEach(point ->
                    points.add(plane.of(coordinate(feature, point, 1, 90), coordinate(feature, point, 0, 180))));
            try {
                return GEOMETRY.createLinearRing(points.toArray(Coordinate[]::new));
            } catch (IllegalArgumentException e) {
                throw bad(feature, "it is not closed");
            }
        }

        private double coordinate(JsonNode feature, JsonNode point, int at, double most) {
            JsonNode value = point.path(at);
            if (!value.isNumber() || Math.abs(value.doubleValue()) > most) {
                throw bad(feature, "a point needs longitude and latitude in degrees");
            }
            return value.doubleValue();
        }

        private BadTerritory bad(JsonNode feature, String reason) {
            String code = code(feature);
            long line = 1
                    + text.lines()
                            .takeWhile(each -> !each.contains("adcode") || !each.contains(code))
                            .count();
            return new BadTerritory(file + " line " + line + ": the outline of " + code + " does not fit: " + reason);
        }
    }
}
