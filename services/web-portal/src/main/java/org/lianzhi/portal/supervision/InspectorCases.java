package org.lianzhi.portal.supervision;

import java.util.List;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The cases that an access covers. */
@Controller
class InspectorCases {

    private final Service supervisorTimeline;
    private final Words words;

    InspectorCases(Service supervisorTimeline, Words words) {
        this.supervisorTimeline = supervisorTimeline;
        this.words = words;
    }

    @GetMapping("/inspector/{granter}/{access}")
    String cases(Model model) {
        List<InspectorCase> lines = new AllCases(supervisorTimeline)
                .read("all").stream()
                        .map(listed -> new InspectorCase(
                                CasePaths.of(listed.id()),
                                words.caseNumber(listed.id()),
                                words.title(listed.summary().category(), null),
                                listed.summary().isSynthetic(),
                                SupervisionReading.state(listed.stateOrGuess()),
                                listed.summary().openedAt(),
                                listed.summary().lastAt()))
                        .toList();
        model.addAttribute("lines", lines);
        return "portal/inspector/cases";
    }
}
