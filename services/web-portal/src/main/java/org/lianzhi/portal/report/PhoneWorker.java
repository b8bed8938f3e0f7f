package org.lianzhi.portal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.territory.Territory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A browser lets a worker see only the pages beside and below its own address: those of filing, or those of officers in the
 * field, and no others. It installs a worker anew when its text has changed, so the text tells what the pages are made of.
 */
@RestController
class PhoneWorker {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript");

    /** Whatever makes the pages and the files that they load; of the kits their versions. */
    private static final List<String> PARTS = List.of(
            "classpath*:org/lianzhi/portal/**/*.class",
            "classpath*:templates/portal/**/*.html",
            "classpath*:messages/*.properties",
            "classpath*:static/portal/**/*.*",
            "classpath*:META-INF/maven/org.webjars.npm/*/pom.properties");

    private final String worker;
    private final String parts;
    private final PortalProperties settings;
    private final Territory territory;

    PhoneWorker(ResourcePatternResolver resources, PortalProperties settings, Territory territory) throws IOException {
        List<Resource> found = new ArrayList<>();
        for (String each : PARTS) {
            found.addAll(List.of(resources.getResources(each)));
        }
        this.worker = new ClassPathResource("static/portal/app/worker.js").getContentAsString(UTF_8);
        this.parts = digest(found);
        this.settings = settings;
        this.territory = territory;
    }

    /** The same wherever the same is served, in whatever place and order it lies. */
    static String digest(List<? extends Resource> parts) throws IOException {
        List<String> digests = new ArrayList<>();
        for (Resource part : parts) {
            try (InputStream content = part.getInputStream()) {
                digests.add(DigestUtils.md5DigestAsHex(content));
            }
        }
        digests.sort(null);
        return digest(digests.toString());
    }

    @GetMapping({"/report/worker.js", "/staff/field/worker.js"})
    ResponseEntity<byte[]> worker() {
        String build = digest(parts + settings + territory.loaded());
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(worker.replace("{build}", build).getBytes(UTF_8));
    }

    private static String digest(String words) {
        return DigestUtils.md5DigestAsHex(words.getBytes(UTF_8));
    }
}
