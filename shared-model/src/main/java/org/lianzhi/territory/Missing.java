package org.lianzhi.territory;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file does not say although it must: every component of a record that is not {@link Nullable}, however deep. */
final class Missing {

    private Missing() {}

    /** The path of the first one, such as {@code sides[1].counties[0].branch.name}. */
    static Optional<String> in(Record read) {
        return inRecord("", read).findFirst();
    }

    private static Stream<String> inRecord(String path, Record read) {
        return Arrays.stream(read.getClass().getRecordComponents()).flatMap(component -> {
            Object value = value(component, read);
            String name = path + component.getName();
            if (value == null) {
                boolean mayBe = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                return mayBe ? Stream.empty() : Stream.of(name);
            }
            return inValue(name, value);
        });
    }

    private static Stream<String> inValue(String path, Object value) {
        return switch (value) {
            case Record record -> inRecord(path + ".", record);
            case List<?> list ->
                IntStream.range(0, list.size()).boxed().flatMap(at -> {
                    Object entry = list.get(at);
                    String name = path + "[" + at + "]";
                    return entry == null ? Stream.of(name) : inValue(name, entry);
                });
            default -> Stream.empty();
        };
    }

    private static @Nullable Object value(RecordComponent component, Record read) {
        try {
            return component.getAccessor().invoke(read);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's own component: " + component, e);
        }
    }
}
