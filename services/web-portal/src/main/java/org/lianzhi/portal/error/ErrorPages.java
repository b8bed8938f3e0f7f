package org.lianzhi.portal.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.signin.SignInUnavailable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** One page per kind of failure: what happened, whether anything was lost, what to do now. */
@Controller
class ErrorPages implements ErrorController {

    /** Kinds that have words of their own; any other is told as one of these. */
    private static final Set<Integer> TOLD = Set.of(400, 404, 405, 413, 429, 500, 503);

    @RequestMapping("${spring.web.error.path:/error}")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = status(request);
        response.setStatus(status);
        if ((status == 503 || status == 429) && response.getHeader("Retry-After") == null) {
            response.setHeader("Retry-After", "30");
        }
        model.addAttribute("status", status);
        // A form of the page that failed may still hang on the request.
        model.addAttribute("form", null);
        return "portal/error/page";
    }

    private static int status(HttpServletRequest request) {
        if (isSignInAway((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            return 503;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? told(status) : 404;
    }

    private static int told(int status) {
        if (TOLD.contains(status)) {
            return status;
        }
        if (status == 401 || status == 403) {
            return 404;
        }
        return status >= 500 ? (status == 502 || status == 504 ? 503 : 500) : 400;
    }

    private static boolean isSignInAway(@Nullable Throwable failure) {
        return failure != null
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(SignInUnavailable.class::isInstance);
    }
}
