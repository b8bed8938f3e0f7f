package org.lianzhi.portal.worklist;

import org.lianzhi.portal.cases.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the day begins, by role. */
@Controller
class Landing {

    @GetMapping("/staff")
    String land(Authentication signedIn) {
        Reader reader = Reader.of(signedIn);
        if (reader.isOfficer()) {
            return "redirect:/staff/worklist";
        }
        if (reader.isLaboratory()) {
            return "redirect:/staff/samples";
        }
        if (reader.roles().contains("inspector")) {
            return "redirect:/inspector";
        }
        return reader.roles().contains("supervisor") ? "redirect:/supervision" : "redirect:/operations";
    }
}
