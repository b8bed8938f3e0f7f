package org.lianzhi.portal.report;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A browser lets a worker see only the pages beside and below its own address: those of filing, or those of officers in the
 * field, and no others.
 */
@RestController
class PhoneWorker {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript");

    private final Resource worker = new ClassPathResource("static/portal/app/worker.js");

    @GetMapping({"/report/worker.js", "/staff/field/worker.js"})
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(worker);
    }
}
