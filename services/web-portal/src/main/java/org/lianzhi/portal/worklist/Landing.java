package org.lianzhi.portal.worklist;

import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.territory.Offices;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the day begins, by role. */
@Controller
class Landing {

    private final Offices offices;

    Landing(Offices offices) {
        this.offices = offices;
    }

    @GetMapping("/staff")
    String land(Authentication signedIn) {
        Reader reader = Reader.of(signedIn);
        if (reader.isOfficer()) {
            return offices.isOfCity(reader.bureau()) ? "redirect:/staff/papers" : "redirect:/staff/worklist";
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
