package org.lianzhi.portal.cases.step;

import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** What is in a form, as a browser would send it. */
final class Fields {

    private Fields() {}

    static Map<String, List<String>> of(Object form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (RecordComponent field : form.getClass().getRecordComponents()) {
            List<String> values = sent(ReflectionUtils.invokeMethod(field.getAccessor(), form));
            if (!values.isEmpty()) {
                fields.put(field.getName(), values);
            }
        }
        return fields;
    }

    /** What has to be put in the place of what was there; nothing for what has to go. */
    static Map<String, List<String>> changed(Object before, Object after) {
        Map<String, List<String>> were = of(before);
        Map<String, List<String>> are = of(after);
        Map<String, List<String>> changed = new LinkedHashMap<>();
        var names = new TreeSet<>(were.keySet());
        names.addAll(are.keySet());
        names.stream()
                .filter(name -> !Objects.equals(were.get(name), are.get(name)))
                .forEach(name -> changed.put(name, are.getOrDefault(name, List.of())));
        return changed;
    }

    private static List<String> sent(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Boolean ticked -> ticked ? List.of("true") : List.of();
            case LocalDateTime at -> List.of(at.truncatedTo(ChronoUnit.MINUTES).toString());
            case List<?> several -> several.stream().map(Object::toString).toList();
            default -> List.of(value.toString());
        };
    }
}
