package org.lianzhi.portal.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.signin.Staff;
import org.lianzhi.portal.territory.Offices;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page, error pages included, its {@code shell}. */
@ControllerAdvice
class ShellAdvice {

    private final PortalProperties settings;
    private final Offices offices;

    ShellAdvice(PortalProperties settings, Offices offices) {
        this.settings = settings;
        this.offices = offices;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, Locale locale, @Nullable Authentication signedIn) {
        var language = Language.of(locale);
        var path = originalPath(request);
        var staff = SignedIn.staff(signedIn);
        return new Shell(
                language,
                inOther(language, path, request),
                settings.demo(),
                staff,
                SignedIn.mark(signedIn),
                places(staff, path, offices.isOfCity(SignedIn.bureau(signedIn))));
    }

    /** Settles the cookie now: a long page may be half sent before its first form asks for the token. */
    @ModelAttribute
    void csrfCookie(@Nullable CsrfToken token) {
        if (token != null) {
            token.getToken();
        }
    }

    private static String inOther(Language language, String path, HttpServletRequest request) {
        var link = UriComponentsBuilder.fromPath(path);
        if ("GET".equals(request.getMethod())) {
            link.query(request.getQueryString());
        }
        return link.replaceQueryParam("lang", language.other().tag()).build().toUriString();
    }

    private static String originalPath(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return Objects.toString(failed, Objects.toString(forwarded, request.getRequestURI()));
    }

    /** The board, and beside it what has a place of its own. */
    private static List<Shell.Place> supervisor(String path) {
        List<Shell.Place> beside = List.of(
                under("nav.inbox", "/supervision/inbox", path),
                under("nav.instructions", "/supervision/instructions", path),
                under("nav.access", "/supervision/access", path),
                under("nav.inspectors", "/supervision/inspectors", path),
                under("nav.figures", "/supervision/figures", path));
        boolean board = path.startsWith("/supervision") && beside.stream().noneMatch(Shell.Place::current);
        List<Shell.Place> places = new ArrayList<>();
        places.add(new Shell.Place("nav.supervision", "/supervision", board));
        places.addAll(beside);
        return places;
    }

    private static Shell.Place under(String key, String href, String path) {
        return new Shell.Place(key, href, path.startsWith(href));
    }

    private static List<Shell.Place> places(@Nullable Staff staff, String path, boolean ofCity) {
        if (staff == null) {
            return List.of();
        }
        if (!staff.handlesMatters()) {
            return List.of(new Shell.Place("nav.operations", "/operations", path.startsWith("/operations")));
        }
        if (staff.inspects()) {
            return List.of(new Shell.Place("nav.inspector", "/inspector", path.startsWith("/inspector")));
        }
        if (staff.analyses()) {
            return List.of(
                    new Shell.Place("nav.samples", "/staff/samples", path.startsWith("/staff/samples")),
                    new Shell.Place("nav.inbox", "/staff/inbox", path.startsWith("/staff/inbox")));
        }
        return staff.supervises() ? supervisor(path) : officer(path, ofCity);
    }

    /** Branches put papers to the bureau of their city, and to nobody else. */
    private static List<Shell.Place> officer(String path, boolean ofCity) {
        List<Shell.Place> places = new ArrayList<>();
        if (ofCity) {
            places.add(under("nav.papers", "/staff/papers", path));
        }
        places.add(under("nav.worklist", "/staff/worklist", path));
        places.add(under("nav.inbox", "/staff/inbox", path));
        return places;
    }
}
