package org.lianzhi.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianzhi.territory.Locator;
import org.lianzhi.territory.Territory;
import org.lianzhi.territory.TerritoryMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Province, county and distance to the provincial line of points all over the border area, by the product's index, against
 * a scan that tries every outline of the same map. Nothing is stored.
 */
final class TerritoryLookUps implements Measurement {

    private static final int AT_ONCE = 2;
    private static final int POINTS = 1 << 14;
    private static final Duration LENGTH = Duration.ofSeconds(2);
    private static final double WANTED_PER_S = 50_000;

    @Override
    public String id() {
        return "territory";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        Territory territory = Territory.load();
        Locator locator = territory.locator("hunan-guangxi").orElseThrow();
        Scan scan = Scan.of(territory.map("hunan-guangxi").orElseThrow());
        List<Coordinate> points = points(settings.seed());
        Duration length = settings.sized(LENGTH);
        AtomicInteger next = new AtomicInteger();
        Ratios.Side indexed = () -> ClosedLoop.perSecond(AT_ONCE, length, () -> {
            Coordinate point = points.get(next.getAndIncrement() & (POINTS - 1));
            check(locator.locate(point.y, point.x, 20).toBorderM());
        });
        Ratios.Side scanned = () -> ClosedLoop.perSecond(AT_ONCE, length, () -> {
            check(scan.locate(points.get(next.getAndIncrement() & (POINTS - 1))));
        });
        indexed.measure();
        scanned.measure();
        Ratios ratios = Ratios.abba(settings.rounds(), indexed, scanned);
        return Outcome.of(new Figure(id(), Target.atLeast(WANTED_PER_S / ratios.b()), ratios)
                .with("compared", "index_and_scan_of_every_outline,2_at_once")
                .with("look_ups_per_s", ratios.a())
                .with("scan_per_s", ratios.b())
                .with("wanted_per_s", WANTED_PER_S));
    }

    /** What is looked at cannot be left out by a compiler that is too clever. */
    private static void check(double distance) {
        if (distance < 0) {
            throw new IllegalStateException("no distance is " + distance);
        }
    }

    private static List<Coordinate> points(long seed) {
        Random random = new Random(seed);
        List<Coordinate> points = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            points.add(new Coordinate(109.3 + random.nextDouble() * 3, 24 + random.nextDouble() * 3));
        }
        return points;
    }

    /** What a look-up is without an index. */
    private record Scan(List<Geometry> outlines, Geometry line) {

        private static final GeometryFactory GEOMETRY = new GeometryFactory();
        private static final double ABOUT_A_KILOMETRE = 0.01;

        static Scan of(TerritoryMap map) throws ParseException {
            List<Geometry> outlines = new ArrayList<>();
            List<Geometry> provinces = new ArrayList<>();
            for (JsonNode feature : JsonMapper.shared().readTree(map.geoJson()).path("features")) {
                Geometry outline =
                        new GeoJsonReader().read(feature.path("geometry").toString());
                boolean province =
                        feature.path("properties").path("level").asString().equals("province");
                (province ? provinces : outlines).add(outline);
            }
            outlines.addAll(provinces);
            return new Scan(
                    outlines,
                    provinces
                            .get(0)
                            .getBoundary()
                            .intersection(provinces.get(1).getBoundary().buffer(ABOUT_A_KILOMETRE)));
        }

        double locate(Coordinate at) {
            Point point = GEOMETRY.createPoint(at);
            long within =
                    outlines.stream().filter(outline -> outline.covers(point)).count();
            return within + line.distance(point);
        }
    }
}
