package org.lianzhi.territory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Side;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How an agreement is written in agreement.yaml. */
record AgreementFile(
        String id,
        int version,
        Name name,
        String source,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        ZoneId zone,
        boolean syntheticNames,
        Agreement.BorderZone border,
        List<PartyEntry> sides,
        List<DeadlineRule> deadlines,
        @Nullable List<DispositionRule> dispositions,
        @Nullable List<PaperRule> papers,
        CalendarEntry calendar) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    record PartyEntry(Side code, String province, Name name, Bureau department, List<CountyEntry> counties) {}

    record CountyEntry(String code, Name name, County.City city, Bureau branch, Bureau laboratory) {}

    record CalendarEntry(List<WorkingCalendar.Year> years) {}

    static Agreement read(String file, InputStream yaml) throws IOException {
        String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        try {
            return YAML.readValue(text, AgreementFile.class).checked(file);
        } catch (UnrecognizedPropertyException e) {
            // Found only when the record is complete: the location is then the end of the record.
            String name = e.getPropertyName();
            throw new BadTerritory(file + " line " + lineOf(name, text) + ": unknown field " + name, e);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new BadTerritory(
                    file + " line " + (at == null ? "?" : at.getLineNr()) + ": " + e.getOriginalMessage(), e);
        }
    }

    private static long lineOf(String name, String text) {
        return 1 + text.lines().takeWhile(line -> !line.contains(name + ":")).count();
    }

    private Agreement checked(String file) {
        Missing.in(this).ifPresent(missing -> {
            throw new BadTerritory(file + ": " + missing + " is missing");
        });
        if (sides.size() < 2) {
            throw new BadTerritory(file + ": an agreement has at least two sides");
        }
        return new Agreement(
                id,
                version,
                name,
                source,
                validFrom,
                validUntil,
                zone,
                syntheticNames,
                border,
                sides.stream().map(entry -> party(file, entry)).toList(),
                deadlines,
                dispositions == null ? List.of() : dispositions,
                papers == null ? List.of() : papers,
                new WorkingCalendar(calendar.years()));
    }

    private static Agreement.Party party(String file, PartyEntry entry) {
        List<County> counties = entry.counties().stream()
                .map(county -> county(file, entry, county))
                .toList();
        return new Agreement.Party(entry.code(), entry.province(), entry.name(), entry.department(), counties);
    }

    private static County county(String file, PartyEntry party, CountyEntry county) {
        if (!county.code().matches("\\d{6}")
                || !county.code().substring(0, 2).equals(party.province().substring(0, 2))) {
            throw new BadTerritory(file + ": " + county.code() + " is no county of province " + party.province());
        }
        return new County(
                county.code(), county.name(), county.city(), county.branch(), county.laboratory(), party.code());
    }
}
