package org.lianzhi.portal.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Pages about the session itself. The first two are only forwarded to; from outside they do not exist. */
@Controller
class SessionPages {

    static final String EXPIRED = "/session/expired";
    static final String STALE = "/session/stale";

    @RequestMapping(EXPIRED)
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    String expired(HttpServletRequest request, Model model) {
        var sentTo = Objects.toString(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI), "");
        model.addAttribute("kept", KeptForm.of(request, sentTo));
        return "portal/session/expired";
    }

    @RequestMapping(STALE)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String stale() {
        return "portal/session/stale";
    }

    @GetMapping("/staff/signed-in")
    String signedIn() {
        return "portal/session/signed-in";
    }

    @GetMapping("/sign-in-failed")
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    String failed() {
        return "portal/session/failed";
    }
}
