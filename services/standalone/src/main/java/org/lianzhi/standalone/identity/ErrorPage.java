package org.lianzhi.standalone.identity;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What cannot be answered: the way back leads to the portal. */
@Controller
class ErrorPage implements ErrorController {

    private final IdentitySettings settings;

    ErrorPage(IdentitySettings settings) {
        this.settings = settings;
    }

    @RequestMapping("/error")
    String page(Model model) {
        model.addAttribute("portal", settings.portal());
        return "identity/error";
    }
}
