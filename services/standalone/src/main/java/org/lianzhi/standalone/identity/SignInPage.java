package org.lianzhi.standalone.identity;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, which also tells who may sign in, because all users are made up. */
@Controller
class SignInPage {

    private final DemoUsers demo;
    private final IdentitySettings settings;
    private final MessageSource messages;

    SignInPage(DemoUsers demo, IdentitySettings settings, MessageSource messages) {
        this.demo = demo;
        this.settings = settings;
        this.messages = messages;
    }

    /** What the page lists of a demonstration user. */
    record Row(String login, String name, String what) {}

    @GetMapping("/sign-in")
    String page(@RequestParam(required = false) @Nullable String error, Locale locale, Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("portal", settings.portal());
        model.addAttribute("password", demo.password());
        model.addAttribute(
                "users",
                demo.users().stream()
                        .map(user -> new Row(user.login(), user.name(), what(user, locale)))
                        .toList());
        return "identity/sign-in";
    }

    private String what(DemoUser user, Locale locale) {
        return Objects.requireNonNullElse(
                messages.getMessage("identity.what." + user.login(), null, user.bureau(), locale), user.bureau());
    }
}
