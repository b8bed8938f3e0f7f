package org.lianzhi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final Parts parts =
            new Parts(List.of("store", "broker", "intake"), new PrintStream(OutputStream.nullOutputStream()));

    @Test
    void what_others_use_is_stopped_after_them_whichever_was_ready_first() {
        start("intake");
        start("store");
        start("broker");
        parts.stop();
        assertThat(closed).containsExactly("intake", "broker", "store");
    }

    @Test
    void what_is_ready_only_when_all_is_being_stopped_is_closed_at_once() {
        start("store");
        parts.stop();
        assertThatThrownBy(() -> start("intake")).isInstanceOf(PartFailed.class).hasMessage("Stopped while starting.");
        assertThat(closed).containsExactly("store", "intake");
    }

    @Test
    void two_who_stop_at_once_stop_one_part_after_the_other() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        start("store");
        parts.start("intake", () -> () -> {
            closing.countDown();
            may.await();
            closed.add("intake");
        });
        Thread first = Thread.ofPlatform().start(parts::stop);
        closing.await();
        Thread second = Thread.ofPlatform().start(parts::stop);
        await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
        assertThat(closed).isEmpty();
        may.countDown();
        first.join();
        second.join();
        assertThat(closed).containsExactly("intake", "store");
    }

    private void start(String name) {
        parts.start(name, () -> () -> closed.add(name));
    }
}
