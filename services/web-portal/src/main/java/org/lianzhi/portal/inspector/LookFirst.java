package org.lianzhi.portal.inspector;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.form.Keys;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Nothing under an access is shown before the look stands in its record: the receipt goes with what is asked of the
 * services, and without it they show nothing. What is not granted is not there.
 */
@Component
class LookFirst implements HandlerInterceptor, WebMvcConfigurer {

    private static final String CASE = "id";
    private static final String BANNER = LookFirst.class.getName();

    private final Service jointInvestigation;
    private final Service supervisorTimeline;
    private final InspectorReading reading;

    LookFirst(Service jointInvestigation, Service supervisorTimeline, InspectorReading reading) {
        this.jointInvestigation = jointInvestigation;
        this.supervisorTimeline = supervisorTimeline;
        this.reading = reading;
    }

    private record Looking(@Nullable String subject, String part) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/inspector/*/*", "/inspector/*/*/**");
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Map<String, String> places = Objects.requireNonNullElse(
                (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE), Map.of());
        String granter = places.getOrDefault("granter", "");
        String access = places.getOrDefault("access", "");
        AccessView.Item item =
                supervisorTimeline.get(AccessView.Items.class, "/api/v1/accesses?size=200").items().stream()
                        .filter(each -> each.side().equals(granter) && each.id().equals(access))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        jointInvestigation.command(
                Keys.fresh(),
                null,
                new Looking(places.get(CASE), part(request.getRequestURI(), places.containsKey(CASE))),
                "/api/v1/accesses/{side}/{id}/looks",
                granter,
                access);
        request.setAttribute(BANNER, reading.banner(item));
        return true;
    }

    private static String part(String path, boolean ofCase) {
        if (!ofCase) {
            return "list";
        }
        if (path.endsWith("/as-of")) {
            return "as-of";
        }
        if (path.contains("/proof/")) {
            return "proof";
        }
        return path.contains("/timeline.") ? "file" : "timeline";
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        if (shown != null) {
            shown.addObject("inspector", request.getAttribute(BANNER));
        }
    }
}
