package org.lianzhi.portal.map;

import java.util.Comparator;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Territory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The outlines that every map draws: a GeoJSON FeatureCollection, WGS-84, features of level province and county. */
@RestController
class TerritoryMap {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final Territory territory;

    TerritoryMap(Territory territory) {
        this.territory = territory;
    }

    /** Asked for each time and sent only when it was replaced. */
    @GetMapping("/portal/map/territory.geojson")
    ResponseEntity<byte[]> outlines() {
        return territory
                .agreements()
                .min(Comparator.comparing(Agreement::id))
                .flatMap(agreement -> territory.map(agreement.id()))
                .map(map -> ResponseEntity.ok()
                        .contentType(GEO_JSON)
                        .cacheControl(CacheControl.noCache())
                        .eTag("\"" + map.digest() + "\"")
                        .body(map.geoJson()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
