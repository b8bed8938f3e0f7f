package org.lianzhi.portal.preview;

import java.util.List;
import org.lianzhi.portal.signin.KeptForm;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits on a page of its own while a service is away. */
@Controller
@Profile("preview")
class SessionPreview {

    @GetMapping("/preview/session/away")
    String away(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("kept", new KeptForm("/staff/absences", List.of(new KeptForm.Field("reason", "培训")), true));
        return "portal/session/away";
    }
}
