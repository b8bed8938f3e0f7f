package org.lianzhi.portal.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.lianzhi.portal.client.Service;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SupervisionPages {

    private final Service supervisorTimeline;
    private final SupervisionReading reading;
    private final VerdictWords verdicts;
    private final Clock clock;

    SupervisionPages(
            Service supervisorTimeline,
            SupervisionReading reading,
            VerdictWords verdicts,
            ObjectProvider<Clock> clock) {
        this.supervisorTimeline = supervisorTimeline;
        this.reading = reading;
        this.verdicts = verdicts;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping({CasePaths.SUPERVISOR, CasePaths.INSPECTOR})
    String timeline(@PathVariable String id, @RequestParam Map<String, String> parameters, Model model) {
        StepFilter filter = StepFilter.of(parameters);
        TimelineView timeline = supervisorTimeline.get(
                TimelineView.class, TimelineDownloads.TIMELINE, id, filter.order(), filter.withNotices());
        TimelineView.Checked checked =
                supervisorTimeline.get(TimelineView.Checked.class, "/api/v1/timelines/{id}/verification", id);
        model.addAttribute("page", reading.timeline(timeline, checked, filter, clock.instant()));
        return "portal/supervision/timeline";
    }

    @GetMapping("/supervision/records")
    String records(@RequestParam(defaultValue = "1") int page, Model model) {
        TimelineView.Records records = supervisorTimeline.get(
                TimelineView.Records.class,
                "/api/v1/records?page={page}&size={size}",
                Math.max(0, page - 1),
                VerdictWords.CASES_PER_PAGE);
        model.addAttribute("page", verdicts.page(records, clock.instant()));
        return "portal/supervision/records";
    }

    /** As the service wrote it: what is checked later are these very characters. */
    @GetMapping({CasePaths.SUPERVISOR + "/proof/{side}", CasePaths.INSPECTOR + "/proof/{side}"})
    ResponseEntity<String> proof(@PathVariable String id, @PathVariable String side) {
        String proof = supervisorTimeline.get(String.class, "/api/v1/timelines/{id}/proof/{side}", id, side);
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename("proof-" + id + "-" + side + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(proof);
    }
}
