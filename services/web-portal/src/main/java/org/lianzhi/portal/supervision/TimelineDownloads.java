package org.lianzhi.portal.supervision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.lianzhi.portal.client.Service;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the timeline shows, with the same choices, as files. */
@Controller
@RequestMapping({CasePaths.SUPERVISOR, CasePaths.INSPECTOR})
class TimelineDownloads {

    static final String TIMELINE = "/api/v1/timelines/{id}?order={order}&notices={notices}";

    private final Service supervisorTimeline;
    private final TimelineLines lines;
    private final TimelineFiles files;
    private final JsonMapper json;

    TimelineDownloads(Service supervisorTimeline, TimelineLines lines, TimelineFiles files, JsonMapper json) {
        this.supervisorTimeline = supervisorTimeline;
        this.lines = lines;
        this.files = files;
        this.json = json;
    }

    @GetMapping("/timeline.{ending:csv|xlsx}")
    ResponseEntity<byte[]> table(
            @PathVariable String id, @PathVariable String ending, @RequestParam Map<String, String> parameters) {
        StepFilter filter = StepFilter.of(parameters);
        TimelineView timeline =
                supervisorTimeline.get(TimelineView.class, TIMELINE, id, filter.order(), filter.withNotices());
        return files.table(timeline, lines.chosen(timeline, filter)).as(ending);
    }

    @GetMapping("/timeline.json")
    ResponseEntity<String> json(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        StepFilter filter = StepFilter.of(parameters);
        JsonNode whole = supervisorTimeline.get(JsonNode.class, TIMELINE, id, filter.order(), filter.withNotices());
        List<TimelineView.Step> chosen = lines.chosen(json.treeToValue(whole, TimelineView.class), filter);
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename("timeline-" + id + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(files.json(whole, chosen).toPrettyString());
    }
}
