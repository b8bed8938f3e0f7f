package org.lianzhi.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.lianzhi.model.RuleViolated;

/**
 * given(past events).when(command).then(new events), for any decider.
 *
 * @param initial state before any event
 */
public record Spec<S, C, E>(S initial, BiFunction<S, C, List<E>> decide, BiFunction<S, E, S> evolve) {

    @SafeVarargs
    public final Given<S, C, E> given(E... past) {
        S state = initial;
        for (E event : past) {
            state = evolve.apply(state, event);
        }
        return new Given<>(this, state);
    }

    /** What has happened so far. */
    public record Given<S, C, E>(Spec<S, C, E> spec, S state) {

        public When<S, C, E> when(C command) {
            return new When<>(spec, state, command);
        }
    }

    /** What is asked for. */
    public record When<S, C, E>(Spec<S, C, E> spec, S state, C command) {

        /** Exactly these events, in this order; none for an expected repetition. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Then<S> then(E... expected) {
            List<E> events = spec.decide.apply(state, command);
            assertThat(events).as("events after %s", command).containsExactlyElementsOf(Arrays.asList(expected));
            S next = state;
            for (E event : events) {
                next = spec.evolve.apply(next, event);
            }
            return new Then<>(next);
        }

        /**
         * The rule that forbids it.
         *
         * @param arguments all that it says of the case; not looked at where none are given
         */
        public void refused(String code, Object... arguments) {
            assertRefused(() -> spec.decide.apply(state, command), command, code, arguments);
        }
    }

    /** What is so afterwards. */
    public record Then<S>(S state) {

        public Then<S> and(Consumer<S> check) {
            check.accept(state);
            return this;
        }
    }

    /**
     * Whether a command is refused by a rule.
     *
     * @param arguments all that it says of the case; not looked at where none are given
     */
    public static void assertRefused(ThrowingCallable decision, Object command, String code, Object... arguments) {
        assertThatThrownBy(decision)
                .as("refusal of %s", command)
                .isInstanceOfSatisfying(RuleViolated.class, violated -> {
                    assertThat(violated.code()).isEqualTo(code);
                    if (arguments.length > 0) {
                        assertThat(violated.arguments())
                                .containsExactlyElementsOf(Arrays.stream(arguments)
                                        .map(String::valueOf)
                                        .toList());
                    }
                });
    }
}
