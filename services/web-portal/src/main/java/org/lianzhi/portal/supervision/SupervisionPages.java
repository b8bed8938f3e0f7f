package org.lianzhi.portal.supervision;

import java.time.Clock;
import java.util.List;
import org.lianzhi.portal.client.Service;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/supervision")
class SupervisionPages {

    private final Service supervisorTimeline;
    private final SupervisionReading reading;
    private final Clock clock;

    SupervisionPages(Service supervisorTimeline, SupervisionReading reading, ObjectProvider<Clock> clock) {
        this.supervisorTimeline = supervisorTimeline;
        this.reading = reading;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping
    String cases(
            @RequestParam(defaultValue = "open") String view, @RequestParam(defaultValue = "1") int page, Model model) {
        List<TimelineView.Listed> all = new AllCases(supervisorTimeline).read();
        model.addAttribute("page", reading.cases(all, CaseFilter.named(view), page, clock.instant()));
        return "portal/supervision/cases";
    }

    @GetMapping("/cases/{id}")
    String timeline(
            @PathVariable String id,
            @RequestParam(defaultValue = "newest") String order,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        boolean oldestFirst = order.equals("oldest");
        TimelineView timeline = supervisorTimeline.get(
                TimelineView.class, "/api/v1/timelines/{id}?order={order}", id, oldestFirst ? "oldest" : "newest");
        TimelineView.Checked checked =
                supervisorTimeline.get(TimelineView.Checked.class, "/api/v1/timelines/{id}/verification", id);
        model.addAttribute("page", reading.timeline(timeline, checked, oldestFirst, page, clock.instant()));
        return "portal/supervision/timeline";
    }
}
