package org.lianzhi.portal.shell;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** {@code ?lang=en} on any page changes the language; a cookie keeps it for a year. */
@Configuration(proxyBeanMethods = false)
class LanguageSettings implements WebMvcConfigurer {

    private final LocaleResolver languages = onlyOurs();

    @Bean
    MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/portal", "messages/portal-citizen", "messages/portal-staff");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Language.CHINESE.locale());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        return languages;
    }

    private static LocaleResolver onlyOurs() {
        var cookie = new OnlyOurLanguages("LIANZHI_LANGUAGE");
        cookie.setDefaultLocale(Language.CHINESE.locale());
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        return cookie;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageSwitch(languages));
    }

    /** Any other language would give Chinese words under a foreign {@code lang} attribute. */
    private static final class OnlyOurLanguages extends CookieLocaleResolver {

        OnlyOurLanguages(String cookieName) {
            super(cookieName);
        }

        @Override
        protected @Nullable Locale parseLocaleValue(String tag) {
            return Language.ofTag(tag).locale();
        }
    }
}
