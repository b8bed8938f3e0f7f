package org.lianzhi.portal.home;

import org.lianzhi.portal.shell.PortalProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {

    private final PortalProperties settings;

    HomePages(PortalProperties settings) {
        this.settings = settings;
    }

    @GetMapping("/")
    String home(Model model) {
        return withPhones(model, "portal/home/home");
    }

    @GetMapping("/help")
    String help(Model model) {
        return withPhones(model, "portal/home/help");
    }

    @GetMapping("/privacy")
    String privacy() {
        return "portal/home/privacy";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "portal/home/accessibility";
    }

    private String withPhones(Model model, String view) {
        model.addAttribute("emergency", settings.emergency());
        model.addAttribute("hotlines", settings.hotlines());
        return view;
    }
}
