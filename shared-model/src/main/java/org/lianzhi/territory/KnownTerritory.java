package org.lianzhi.territory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/** What was read from the files at one moment. Immutable, and in the order of the codes: where several would do, all ask the same one. */
final class KnownTerritory {

    private final Map<String, Agreement> agreements = new TreeMap<>();
    private final Map<String, Locator> locators = new TreeMap<>();
    private final Map<String, TerritoryMap> maps = new TreeMap<>();
    private final Map<String, County> counties = new TreeMap<>();
    private final Map<String, Bureau> bureaus = new TreeMap<>();
    private final Map<String, Side> sideOfBureau = new TreeMap<>();
    private final List<Territory.Loaded> loaded = new ArrayList<>();

    private KnownTerritory() {}

    /** @throws BadTerritory with file, line and reason */
    static KnownTerritory read(TerritoryFiles files) {
        KnownTerritory known = new KnownTerritory();
        try {
            for (String folder : files.folders()) {
                known.add(folder, files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private void add(String folder, TerritoryFiles files) throws IOException {
        String yaml = folder + "/" + TerritoryFiles.AGREEMENT;
        String map = folder + "/" + TerritoryFiles.MAP;
        byte[] agreementFile = files.read(yaml);
        byte[] mapFile = files.read(map);
        Agreement agreement = AgreementFile.read(yaml, new ByteArrayInputStream(agreementFile));
        if (agreements.put(agreement.id(), agreement) != null) {
            throw new BadTerritory(yaml + ": there is another agreement " + agreement.id());
        }
        locators.put(agreement.id(), Locator.read(map, mapFile, agreement));
        TerritoryMap outlines = new TerritoryMap(mapFile, ContentDigest.ofFile(mapFile));
        maps.put(agreement.id(), outlines);
        loaded.add(new Territory.Loaded(
                agreement.id(),
                agreement.version(),
                ContentDigest.ofFile(agreementFile),
                outlines.digest(),
                agreement.border().widthKm()));
        agreement.parties().forEach(this::add);
    }

    private void add(Agreement.Party party) {
        add(party.side(), party.department());
        for (County county : party.counties()) {
            counties.put(county.code(), county);
            Bureau ofCity = county.city().bureau();
            if (ofCity != null) {
                add(party.side(), ofCity);
            }
            add(party.side(), county.branch());
            add(party.side(), county.laboratory());
        }
    }

    private void add(Side side, Bureau bureau) {
        bureaus.put(bureau.code(), bureau);
        sideOfBureau.put(bureau.code(), side);
    }

    /**
     * What is being dealt with names agreements, their sides and deadlines, counties and offices: none of them may be gone.
     *
     * @throws BadTerritory naming the first that is
     */
    void mustStillKnow(KnownTerritory before) {
        Stream.of(
                        missing("agreement", before.agreements, agreements),
                        missing("side", before.parties(), parties()),
                        missing("deadline", before.deadlines(), deadlines()),
                        missing("county", before.counties, counties),
                        missing("office", before.bureaus, bureaus))
                .flatMap(each -> each)
                .findFirst()
                .ifPresent(missing -> {
                    throw new BadTerritory(missing + " is missing, and what is being dealt with may name it");
                });
    }

    private Map<String, Agreement.Party> parties() {
        return each(Agreement::parties, party -> party.side().code());
    }

    private Map<String, DeadlineRule> deadlines() {
        return each(Agreement::deadlines, DeadlineRule::id);
    }

    /** By agreement and code. */
    private <T> Map<String, T> each(Function<Agreement, List<T>> parts, Function<T, String> code) {
        Map<String, T> each = new TreeMap<>();
        agreements.forEach((id, agreement) ->
                parts.apply(agreement).forEach(part -> each.put(code.apply(part) + " of " + id, part)));
        return each;
    }

    private static Stream<String> missing(String kind, Map<String, ?> before, Map<String, ?> now) {
        return before.keySet().stream().filter(code -> !now.containsKey(code)).map(code -> kind + " " + code);
    }

    Map<String, Agreement> agreements() {
        return agreements;
    }

    Map<String, Locator> locators() {
        return locators;
    }

    Map<String, TerritoryMap> maps() {
        return maps;
    }

    Map<String, County> counties() {
        return counties;
    }

    Map<String, Bureau> bureaus() {
        return bureaus;
    }

    Map<String, Side> sideOfBureau() {
        return sideOfBureau;
    }

    List<Territory.Loaded> loaded() {
        return List.copyOf(loaded);
    }
}
