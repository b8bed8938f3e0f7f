package org.lianzhi.territory;

/**
 * Chinese map services give positions on GCJ-02, which is shifted by some hundred metres against WGS-84: at a border
 * that changes the side. The shift is the published pseudo-random polynomial over longitude - 105 and latitude - 35 on the
 * Krasovsky ellipsoid; its inverse is found by iteration.
 */
public final class Datum {

    private static final double SEMI_MAJOR = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943_23;
    private static final double CLOSE_ENOUGH = 1e-9;
    private static final int ITERATIONS = 30;

    private Datum() {}

    /** A position in degrees. */
    public record Position(double latitude, double longitude) {}

    public static Position gcj02ToWgs84(double latitude, double longitude) {
        double lat = latitude;
        double lon = longitude;
        for (int i = 0; i < ITERATIONS; i++) {
            Position shifted = wgs84ToGcj02(lat, lon);
            double errorLat = shifted.latitude() - latitude;
            double errorLon = shifted.longitude() - longitude;
            lat -= errorLat;
            lon -= errorLon;
            if (Math.abs(errorLat) < CLOSE_ENOUGH && Math.abs(errorLon) < CLOSE_ENOUGH) {
                break;
            }
        }
        return new Position(lat, lon);
    }

    public static Position wgs84ToGcj02(double latitude, double longitude) {
        double x = longitude - 105;
        double y = latitude - 35;
        double phi = Math.toRadians(latitude);
        double w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        double meridian = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
        double parallel = SEMI_MAJOR / Math.sqrt(w) * Math.cos(phi);
        return new Position(
                latitude + Math.toDegrees(north(x, y) / meridian), longitude + Math.toDegrees(east(x, y) / parallel));
    }

    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(x)
                + wave(20, y)
                + wave(40, y / 3)
                + 2.0 / 3 * (160 * Math.sin(y * Math.PI / 12) + 320 * Math.sin(y * Math.PI / 30));
    }

    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(x)
                + wave(20, x)
                + wave(40, x / 3)
                + 2.0 / 3 * (150 * Math.sin(x * Math.PI / 12) + 300 * Math.sin(x * Math.PI / 30));
    }

    private static double waves(double x) {
        return 2.0 / 3 * (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI));
    }

    private static double wave(double amplitude, double z) {
        return 2.0 / 3 * amplitude * Math.sin(z * Math.PI);
    }
}
