package org.lianzhi.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/**
 * A form that arrived too late, ready to be sent again as it was, with its idempotency key. Photos cannot be kept: a
 * browser does not let a page choose files.
 *
 * @param action the path it was sent to
 * @param hadFiles whether files have to be chosen again
 */
public record KeptForm(String action, List<Field> fields, boolean hadFiles) {

    private static final Pattern NEVER_KEPT = Pattern.compile("(?i)_csrf|.*(password|passwd|secret|token).*");

    public record Field(String name, String value) {}

    /** What was sent, to be sent again to {@code action}. */
    public static KeptForm of(HttpServletRequest request, String action) {
        var fields = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !NEVER_KEPT.matcher(parameter.getKey()).matches())
                .flatMap(KeptForm::fields)
                .toList();
        return new KeptForm(action, fields, isMultipart(request));
    }

    private static Stream<Field> fields(Map.Entry<String, String[]> parameter) {
        return Arrays.stream(parameter.getValue()).map(value -> new Field(parameter.getKey(), value));
    }

    static boolean isMultipart(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(
                Optional.ofNullable(request.getContentType()).orElse(""), "multipart/");
    }
}
