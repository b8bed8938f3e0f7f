package org.lianzhi.system.faults;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.lianzhi.notification.inbox.InboxPage;
import org.lianzhi.timeline.record.RecordPage;

/**
 * What is to go wrong in this process: orders as {@code halt before-insert 17}, which ends it at the 17th time from now, and
 * ways of working that are wrong from the start or from {@code work null-key} on. The product itself has no switch for any of it.
 */
final class Sabotage {

    private static final Map<String, AtomicInteger> COUNTDOWNS = new ConcurrentHashMap<>();
    private static final Map<String, Long> NUMBERS = new ConcurrentHashMap<>();
    private static final Set<String> WAYS = ConcurrentHashMap.newKeySet();

    private Sabotage() {}

    /** Ways of working that are wrong from the start, separated by commas; empty for a right one. */
    static void begin(String names) {
        for (String name : names.split(",")) {
            work(name);
        }
    }

    private static void work(String way) {
        WAYS.add(way);
        switch (way) {
            case "no-gate" -> weave(Always.class, "org.lianzhi.journal.Gate", "ask");
            case "every-claim-new" -> weave(NewClaim.class, "org.lianzhi.journal.Claims", "claim");
            case "one-notice-a-page" -> weave(OneNotice.class, "org.lianzhi.notification.inbox.InboxPage", "with");
            case "first-entry-only" -> weave(FirstEntry.class, "org.lianzhi.timeline.record.RecordPage", "with");
            case "newer" -> weave(Newer.class, "org.lianzhi.model.wire.EventJson", "write");
            default -> {}
        }
    }

    static boolean is(String name) {
        return WAYS.contains(name);
    }

    static void order(String order) {
        String[] words = order.split(" ");
        switch (words[0]) {
            case "halt" -> COUNTDOWNS.put(words[1], new AtomicInteger(Integer.parseInt(words[2])));
            case "work" -> work(words[1]);
            case "right" -> WAYS.clear();
            case "set" -> NUMBERS.put(words[1], Long.parseLong(words[2]));
            default -> throw new IllegalArgumentException(order);
        }
    }

    /** As by {@code set name n}; 0 where nothing was said. */
    static long number(String name) {
        return NUMBERS.getOrDefault(name, 0L);
    }

    /** Takes one from a number and says whether there was one to take. */
    static boolean take(String name) {
        boolean[] taken = {false};
        NUMBERS.computeIfPresent(name, (any, left) -> {
            taken[0] = left > 0;
            return left > 0 ? left - 1 : left;
        });
        return taken[0];
    }

    /** A place at which the process can be made to die. */
    static void place(String name) {
        AtomicInteger left = COUNTDOWNS.get(name);
        if (left != null && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }

    static Random random() {
        return new Random(number("seed"));
    }

    /** Changes a class of the product while it runs. */
    private static void weave(Class<?> advice, String type, String method) {
        Instrumentation instrumentation = ByteBuddyAgent.install();
        ClassLoader loader = Sabotage.class.getClassLoader();
        TypePool types = TypePool.Default.of(loader);
        new ByteBuddy()
                .redefine(types.describe(type).resolve(), ClassFileLocator.ForClassLoader.of(loader))
                .visit(Advice.to(advice).on(ElementMatchers.named(method)))
                .make()
                .load(loader, ClassReloadingStrategy.of(instrumentation));
    }

    /** Takes the gate away, woven into its end: whatever comes is applied. */
    static final class Always {

        private Always() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object answer) {
            Object[] answers = answer.getClass().getEnumConstants();
            answer = answers[0];
        }
    }

    /** A repeated command is taken for another one. */
    static final class NewClaim {

        private NewClaim() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 1, readOnly = false) String key) {
            key = key + System.nanoTime();
        }
    }

    /** A notice is taken and not written down, unless its page is empty. */
    static final class OneNotice {

        private OneNotice() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.This(typing = Assigner.Typing.DYNAMIC) InboxPage page,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) InboxPage written) {
            written = page.notices().isEmpty() ? written : page;
        }
    }

    /** All of a record but its first entry is taken and not written down. */
    static final class FirstEntry {

        private FirstEntry() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.This(typing = Assigner.Typing.DYNAMIC) RecordPage page,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) RecordPage written) {
            written = page.entries().isEmpty() ? written : page;
        }
    }

    /** Writes events as a newer version of their owner would: with a field that nobody here knows. */
    static final class Newer {

        private Newer() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String json) {
            String separator = json.equals("{}") ? "" : ",";
            json = json.substring(0, json.length() - 1).concat(separator).concat("\"zzNewer\":true}");
        }
    }
}
