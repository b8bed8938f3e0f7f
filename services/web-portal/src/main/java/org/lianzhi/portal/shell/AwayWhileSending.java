package org.lianzhi.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.signin.KeptForm;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Not even the page around a form can be drawn: what was typed waits on a page of its own, with its key. */
@ControllerAdvice
class AwayWhileSending {

    private final ShellAdvice shell;

    AwayWhileSending(ShellAdvice shell) {
        this.shell = shell;
    }

    @ExceptionHandler
    String keep(
            Away away,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            @Nullable Authentication signedIn,
            Model model) {
        if (!"POST".equals(request.getMethod())) {
            throw away;
        }
        away.tell(response);
        model.addAttribute("shell", shell.shell(request, locale, signedIn));
        model.addAttribute("kept", KeptForm.of(request, request.getRequestURI()));
        return "portal/session/away";
    }
}
