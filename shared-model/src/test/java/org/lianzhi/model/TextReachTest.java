package org.lianzhi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lianzhi.model.wire.WireTypes;

/** Every text in an event says how far it may go. */
class TextReachTest {

    @Test
    void every_text_of_every_event_is_marked_with_its_reach() {
        List<String> faults = new ArrayList<>();
        WireTypes.all().keySet().forEach(type -> addUnmarked(type, faults));
        assertThat(faults)
                .as("mark each with @Shared (may cross the border) or @SideInternal (stays on the topics of its side)."
                        + " Text about a person gets neither, because it belongs into no event: put it into the vault")
                .isEmpty();
    }

    @Test
    void nothing_internal_stands_in_what_crosses_the_border() {
        List<String> internal = new ArrayList<>();
        WireTypes.all().keySet().stream()
                .filter(CaseEvent.class::isAssignableFrom)
                .forEach(type -> addInternal(type, internal));
        assertThat(internal)
                .as("events of cases go to the shared topics: what is internal goes elsewhere")
                .isEmpty();
    }

    record Unmarked(String words, List<String> more, Inner inner) implements Sample {}

    record Inner(Optional<String> words) implements Sample {}

    record Marked(@Shared String one, List<@SideInternal String> more) implements Sample {}

    record Twice(@Shared @SideInternal String one) implements Sample {}

    /** What the rule is tried on. */
    interface Sample {}

    @Test
    void the_rule_finds_text_without_a_mark_wherever_it_stands() {
        assertThat(unmarked(Unmarked.class)).containsExactly("Unmarked.words", "Unmarked.more", "Inner.words");
        assertThat(unmarked(Twice.class)).containsExactly("Twice.one");
        assertThat(unmarked(Marked.class)).isEmpty();
    }

    @Test
    void text_in_a_map_is_not_overlooked() {
        record Mapped(Map<String, @Shared String> notes) implements Sample {}
        assertThat(unmarked(Mapped.class)).containsExactly("Mapped.notes");
    }

    private static List<String> unmarked(Class<?> type) {
        List<String> faults = new ArrayList<>();
        addUnmarked(type, faults);
        return faults;
    }

    private static void addUnmarked(Class<?> type, List<String> faults) {
        visit(type, (component, texts) -> {
            if (texts.stream().anyMatch(text -> isShared(text) == isInternal(text))) {
                faults.add(type(component) + "." + component.getName());
            }
        });
    }

    private static void addInternal(Class<?> type, List<String> found) {
        visit(type, (component, texts) -> {
            if (texts.stream().anyMatch(TextReachTest::isInternal)) {
                found.add(type(component) + "." + component.getName());
            }
        });
    }

    private static String type(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName();
    }

    private static boolean isShared(AnnotatedElement text) {
        return text.isAnnotationPresent(Shared.class);
    }

    private static boolean isInternal(AnnotatedElement text) {
        return text.isAnnotationPresent(SideInternal.class);
    }

    private interface Visitor {
        void see(RecordComponent component, List<AnnotatedType> texts);
    }

    private static void visit(Class<?> type, Visitor visitor) {
        for (RecordComponent component : type.getRecordComponents()) {
            List<AnnotatedType> texts = new ArrayList<>();
            List<Class<?>> nested = new ArrayList<>();
            take(component.getAnnotatedType(), texts, nested);
            if (!texts.isEmpty()) {
                visitor.see(component, texts);
            }
            nested.forEach(inner -> visit(inner, visitor));
        }
    }

    private static void take(AnnotatedType annotated, List<AnnotatedType> texts, List<Class<?>> nested) {
        Type type = annotated.getType();
        if (type == String.class) {
            texts.add(annotated);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            nested.add(plain);
        } else if (type instanceof ParameterizedType && annotated instanceof AnnotatedParameterizedType parameterized) {
            for (AnnotatedType argument : parameterized.getAnnotatedActualTypeArguments()) {
                take(argument, texts, nested);
            }
        }
    }
}
