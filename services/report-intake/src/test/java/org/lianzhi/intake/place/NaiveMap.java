package org.lianzhi.intake.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lianzhi.model.Side;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The map read once more, straight from its GeoJSON: rays are counted, and the provincial line is a row of points, each
 * tried in turn. Slow, and too plain to be wrong in the same way.
 */
final class NaiveMap {

    /** How far apart the points of the line are, and so how exact a distance is. */
    static final double STEP_M = 60;

    private static final double METRES_PER_DEGREE = 111_320;
    private static final double SAME_LINE_M = 1_000;
    private static final Map<String, Side> SIDES = Map.of("430000", new Side("hn"), "450000", new Side("gx"));

    private final Map<String, List<double[][]>> provinces = new TreeMap<>();
    private final Map<String, List<double[][]>> counties = new TreeMap<>();
    private final double shortening;
    private final double[][] line;

    private NaiveMap(JsonNode features) {
        for (JsonNode feature : features) {
            JsonNode about = feature.path("properties");
            (about.path("level").asString().equals("province") ? provinces : counties)
                    .put(about.path("adcode").asString(), rings(feature.path("geometry")));
        }
        this.shortening = Math.cos(Math.toRadians(middle()));
        this.line = line();
    }

    static NaiveMap of(byte[] geoJson) {
        return new NaiveMap(JsonMapper.shared().readTree(geoJson).path("features"));
    }

    private static List<double[][]> rings(JsonNode geometry) {
        List<double[][]> rings = new ArrayList<>();
        boolean many = geometry.path("type").asString().equals("MultiPolygon");
        for (JsonNode part : geometry.path("coordinates")) {
            for (JsonNode ring : many ? part : geometry.path("coordinates")) {
                double[][] points = new double[ring.size()][];
                for (int i = 0; i < points.length; i++) {
                    points[i] = new double[] {
                        ring.get(i).get(0).doubleValue(), ring.get(i).get(1).doubleValue()
                    };
                }
                rings.add(points);
            }
            if (!many) {
                break;
            }
        }
        return rings;
    }

    /** Of the first points of all counties' outlines, as the plane of the product takes it. */
    private double middle() {
        double low = 90;
        double high = -90;
        for (List<double[][]> rings : counties.values()) {
            for (double[][] ring : rings) {
                low = Math.min(low, ring[0][1]);
                high = Math.max(high, ring[0][1]);
            }
        }
        return (low + high) / 2;
    }

    private double[] metres(double longitude, double latitude) {
        return new double[] {longitude * METRES_PER_DEGREE * shortening, latitude * METRES_PER_DEGREE};
    }

    /** The points of the first province's outline that have the second's beside them. */
    private double[][] line() {
        List<List<double[][]>> outlines = List.copyOf(provinces.values());
        List<double[]> shared = new ArrayList<>();
        for (double[][] ring : outlines.get(0)) {
            for (double[] point : walk(ring)) {
                if (outlines.get(1).stream().anyMatch(other -> isBeside(point, other))) {
                    shared.add(point);
                }
            }
        }
        return shared.toArray(double[][]::new);
    }

    private boolean isBeside(double[] point, double[][] ring) {
        for (int i = 1; i < ring.length; i++) {
            double[] a = metres(ring[i - 1][0], ring[i - 1][1]);
            double[] b = metres(ring[i][0], ring[i][1]);
            double x = b[0] - a[0];
            double y = b[1] - a[1];
            double length = x * x + y * y;
            double part = length == 0 ? 0 : ((point[0] - a[0]) * x + (point[1] - a[1]) * y) / length;
            double on = Math.clamp(part, 0, 1);
            if (Math.hypot(point[0] - a[0] - on * x, point[1] - a[1] - on * y) <= SAME_LINE_M) {
                return true;
            }
        }
        return false;
    }

    private List<double[]> walk(double[][] ring) {
        List<double[]> points = new ArrayList<>();
        for (int i = 1; i < ring.length; i++) {
            double[] from = metres(ring[i - 1][0], ring[i - 1][1]);
            double[] to = metres(ring[i][0], ring[i][1]);
            double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
            int steps = (int) Math.ceil(length / STEP_M);
            for (int step = 0; step <= steps; step++) {
                double part = steps == 0 ? 0 : (double) step / steps;
                points.add(new double[] {from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])});
            }
        }
        return points;
    }

    double toBorder(double latitude, double longitude) {
        double[] point = metres(longitude, latitude);
        double nearest = Double.MAX_VALUE;
        for (double[] other : line) {
            double x = other[0] - point[0];
            double y = other[1] - point[1];
            nearest = Math.min(nearest, x * x + y * y);
        }
        return Math.sqrt(nearest);
    }

    Optional<String> county(double latitude, double longitude) {
        return within(counties, latitude, longitude);
    }

    Optional<Side> side(double latitude, double longitude) {
        return within(provinces, latitude, longitude).map(SIDES::get);
    }

    private static Optional<String> within(Map<String, List<double[][]>> areas, double latitude, double longitude) {
        return areas.entrySet().stream()
                .filter(area -> area.getValue().stream()
                                        .mapToInt(ring -> crossings(ring, latitude, longitude))
                                        .sum()
                                % 2
                        == 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** How often a ray to the east crosses the ring. */
    private static int crossings(double[][] ring, double latitude, double longitude) {
        int crossings = 0;
        for (int i = 1; i < ring.length; i++) {
            double[] a = ring[i - 1];
            double[] b = ring[i];
            boolean between = (a[1] > latitude) != (b[1] > latitude);
            if (between && longitude < (b[0] - a[0]) * (latitude - a[1]) / (b[1] - a[1]) + a[0]) {
                crossings++;
            }
        }
        return crossings;
    }
}
