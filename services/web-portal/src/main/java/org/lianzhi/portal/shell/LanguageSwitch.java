package org.lianzhi.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Follows {@code ?lang=}. Reads the address and not the parameters: those of an oversized upload cannot be read, and its
 * error page would fail in turn.
 */
final class LanguageSwitch implements HandlerInterceptor {

    private final LocaleResolver languages;

    LanguageSwitch(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams();
        var tag = query.getFirst("lang");
        if (tag != null) {
            languages.setLocale(request, response, Language.ofTag(tag).locale());
        }
        return true;
    }
}
