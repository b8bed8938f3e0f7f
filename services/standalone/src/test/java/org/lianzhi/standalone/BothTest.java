package org.lianzhi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BothTest {

    @Test
    void each_can_wait_for_the_other_and_the_first_is_returned() {
        CountDownLatch one = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        assertThat(Both.of(
                        () -> {
                            one.countDown();
                            await(other);
                            return "users";
                        },
                        () -> {
                            await(one);
                            other.countDown();
                        }))
                .isEqualTo("users");
    }

    @Test
    void whichever_fails_is_told_of_while_the_other_still_waits_for_it() {
        PartFailed failure = new PartFailed("The broker's folder is damaged.", null);
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> Both.of(
                        () -> {
                            throw failure;
                        },
                        () -> await(never)))
                .isSameAs(failure);
        assertThatThrownBy(() -> Both.of(
                        () -> {
                            await(never);
                            return "never";
                        },
                        () -> {
                            throw failure;
                        }))
                .isSameAs(failure);
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
