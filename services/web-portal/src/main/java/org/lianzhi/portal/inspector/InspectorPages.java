package org.lianzhi.portal.inspector;

import java.util.Objects;
import org.lianzhi.portal.client.Service;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where an inspector begins: what was granted. The pages of a case are those of supervisors, without what writes. */
@Controller
class InspectorPages {

    private final Service supervisorTimeline;
    private final InspectorReading reading;

    InspectorPages(Service supervisorTimeline, InspectorReading reading) {
        this.supervisorTimeline = supervisorTimeline;
        this.reading = reading;
    }

    @GetMapping("/inspector")
    String granted(Authentication who, Model model) {
        AccessView.Items items = supervisorTimeline.get(AccessView.Items.class, "/api/v1/accesses?size=200");
        model.addAttribute("page", reading.forInspector(items, Objects.requireNonNull(who.getName())));
        return "portal/inspector/granted";
    }
}
