package org.lianzhi.territory;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.model.Side;

/** All agreements that this deployment knows. What was read is immutable; reading anew replaces all of it at once. */
public final class Territory {

    /** Where no agreement says another: all of China has one time. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private final TerritoryFiles files;
    private volatile KnownTerritory known;

    private Territory(TerritoryFiles files) {
        this.files = files;
        this.known = KnownTerritory.read(files);
    }

    /**
     * An agreement as it was read.
     *
     * @param digest of its file
     * @param map digest of the file with the outlines
     * @param zoneKm width of the border zone
     */
    public record Loaded(String id, int version, String digest, String map, double zoneKm) {}

    /**
     * The agreements on the class path: each folder that a file {@code territory/agreements.txt} names.
     *
     * @throws BadTerritory with file, place and reason
     */
    public static Territory load() {
        return load(Territory.class.getClassLoader());
    }

    static Territory load(ClassLoader loader) {
        return new Territory(TerritoryFiles.ofClassPath(loader));
    }

    /**
     * The agreements of an operator's folder: each folder in it with an {@code agreement.yaml} and a {@code counties.geojson}.
     *
     * @throws BadTerritory with file, place and reason
     */
    public static Territory in(Path folder) {
        return new Territory(TerritoryFiles.in(folder));
    }

    /** The agreements of that folder; those on the class path where none is named. */
    public static Territory inOrElseOwn(String folder) {
        return folder.isBlank() ? load() : in(Path.of(folder));
    }

    /**
     * Reads the files again. What is being dealt with goes on: everything that was known must still be.
     *
     * @throws BadTerritory with file, place and reason; what was read before stays in use
     */
    public synchronized List<Loaded> renew() {
        KnownTerritory read = KnownTerritory.read(files);
        read.mustStillKnow(known);
        known = read;
        return read.loaded();
    }

    public List<Loaded> loaded() {
        return known.loaded();
    }

    public Stream<Agreement> agreements() {
        return known.agreements().values().stream();
    }

    public Optional<Agreement> agreement(String id) {
        return Optional.ofNullable(known.agreements().get(id));
    }

    public Optional<Locator> locator(String agreement) {
        return Optional.ofNullable(known.locators().get(agreement));
    }

    public Optional<TerritoryMap> map(String agreement) {
        return Optional.ofNullable(known.maps().get(agreement));
    }

    public Optional<County> county(String code) {
        return Optional.ofNullable(known.counties().get(code));
    }

    public Optional<Bureau> bureau(String code) {
        return Optional.ofNullable(known.bureaus().get(code));
    }

    public Optional<Side> sideOfBureau(String code) {
        return Optional.ofNullable(known.sideOfBureau().get(code));
    }

    /** The agreement of a side: the first where it takes part in several. */
    public Optional<Agreement> agreementOf(Side side) {
        return agreements()
                .filter(agreement -> agreement.party(side).isPresent())
                .findFirst();
    }

    /** In which zone the days of a side begin and end, as its agreement says. */
    public ZoneId zoneOf(Side side) {
        return agreementOf(side).map(Agreement::zone).orElse(DEFAULT_ZONE);
    }

    /** What an agreement says of a side: the first where it takes part in several. */
    public Optional<Agreement.Party> party(Side side) {
        return agreementOf(side).flatMap(agreement -> agreement.party(side));
    }

    /** Codes of the offices of a side that handle matters, in the order of the agreements' data. */
    public List<String> officesOf(Side side) {
        return agreements()
                .flatMap(agreement -> agreement.party(side).stream())
                .flatMap(Agreement.Party::offices)
                .map(Bureau::code)
                .distinct()
                .toList();
    }

    /** The agreement between two sides. */
    public Optional<Agreement> between(Side one, Side other) {
        return agreements()
                .filter(agreement -> agreement.party(one).isPresent()
                        && agreement.party(other).isPresent())
                .findFirst();
    }
}
