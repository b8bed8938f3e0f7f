package org.lianzhi.portal.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.lianzhi.portal.client.Service;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The case on a day of the past. */
@Controller
class AsOfPages {

    private final Service supervisorTimeline;
    private final AsOfReading reading;
    private final Clock clock;

    AsOfPages(Service supervisorTimeline, AsOfReading reading, ObjectProvider<Clock> clock) {
        this.supervisorTimeline = supervisorTimeline;
        this.reading = reading;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping({CasePaths.SUPERVISOR + "/as-of", CasePaths.INSPECTOR + "/as-of"})
    String asOf(@PathVariable String id, @RequestParam(defaultValue = "") String at, Model model) {
        Optional<Instant> moment = reading.moment(at);
        AsOfView view = supervisorTimeline.get(
                AsOfView.class, "/api/v1/timelines/{id}/as-of?at={at}", id, moment.orElseGet(clock::instant));
        model.addAttribute("page", reading.page(view, moment.isEmpty() && !at.isEmpty()));
        return "portal/supervision/as-of";
    }
}
