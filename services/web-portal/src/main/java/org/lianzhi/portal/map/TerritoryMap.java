package org.lianzhi.portal.map;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The outlines that every map draws: a GeoJSON FeatureCollection, WGS-84, features of level province and county. */
@RestController
class TerritoryMap {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final Resource outlines = new ClassPathResource("territory/hunan-guangxi/counties.geojson");

    @GetMapping("/portal/map/territory.geojson")
    ResponseEntity<Resource> outlines() {
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                .body(outlines);
    }
}
