package org.lianzhi.portal.status;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class StatusPages {

    /** The code is sent in a form and never stands in an address, which would be logged. */
    @GetMapping("/status")
    String ask(Model model) {
        model.addAttribute("form", CodeForm.empty());
        return "portal/status/ask";
    }
}
