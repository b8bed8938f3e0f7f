package org.lianzhi.standalone;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Two things that are done at once. */
final class Both {

    /** Daemons: when one has failed the process ends, whatever the other one still waits for. */
    private static final Executor THREADS =
            task -> Thread.ofPlatform().name("start").daemon().start(task);

    private Both() {}

    /**
     * Returns what the first gives when both are done.
     *
     * @throws RuntimeException of whichever fails first, without waiting for the other
     */
    static <T> T of(Supplier<T> first, Runnable second) {
        CompletableFuture<T> one = CompletableFuture.supplyAsync(first, THREADS);
        CompletableFuture<Void> other = CompletableFuture.runAsync(second, THREADS);
        CompletableFuture<T> both = one.thenCombine(other, (value, nothing) -> value);
        Stream.of(one, other)
                .forEach(each -> each.whenComplete((value, failure) -> {
                    if (failure != null) {
                        both.completeExceptionally(failure);
                    }
                }));
        try {
            return both.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
