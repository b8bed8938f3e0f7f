package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lianzhi.system.faults.LongForm;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** A side that never answers: it is reminded, one level after the other, and in the end the other concludes its own record. */
@ExtendWith(SharedLianzhi.class)
@Execution(ExecutionMode.SAME_THREAD)
class SilentTest {

    private static final Duration TIME_TO_ACKNOWLEDGE = Duration.ofHours(26);
    private static final Duration FIRST_WAIT = Duration.ofDays(9);
    private static final Duration BOTH_WAITS = Duration.ofDays(21);

    private final Browsers browsers;

    @TempDir
    Path folder;

    SilentTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    @LongForm
    @Tag("faults")
    void who_waits_in_vain_goes_up_the_ladder_and_concludes_its_own_record() throws Exception {
        waitsInVain(Words.ENGLISH);
    }

    @Test
    @LongForm
    @Tag("faults")
    void and_so_it_does_in_the_other_language() throws Exception {
        waitsInVain(Words.CHINESE);
    }

    private void waitsInVain(Words words) throws IOException, InterruptedException {
        Path clock = folder.resolve("clock");
        MovedClock.putForward(clock, Duration.ZERO);
        try (RunningLianzhi lianzhi = started(clock);
                TheCase theCase = new TheCase(lianzhi, browsers, words)) {
            theCase.isOpened(CanaryPhoto.write(folder.resolve("photo.jpg"), "nobody", "nothing"));
            theCase.jianghuaAcknowledges();
            MovedClock.putForward(clock, TIME_TO_ACKNOWLEDGE);
            theCase.jianghuaGoesAloneAndFindsSomething();

            theCase.jianghuaIsOffered("remind", words.of("富川", "Fuchuan"));
            theCase.jianghuaReminds(words.of("请确认接收本案。", "Please acknowledge the case."));
            assertThat(theCase.seenByJianghua())
                    .contains(words.staff("state.silence.too-early"))
                    .contains(words.staff("state.silence.ladder"));
            assertThat(theCase.seenByFuchuan()).contains(words.of("请确认接收本案。", "Please acknowledge the case."));

            MovedClock.putForward(clock, FIRST_WAIT);
            theCase.jianghuaIsOffered("remind", words.of("广西壮族自治区生态环境厅", "Guangxi"));
            theCase.jianghuaReminds(words.of("提请贵厅督促。", "Please see to it that we get an answer."));

            MovedClock.putForward(clock, BOTH_WAITS);
            theCase.jianghuaConcludes(words.of("本侧工作已全部完成。", "All that was for us to do is done."));
            Awaitility.await("both see it").atMost(TheCase.patience()).untilAsserted(() -> {
                for (String page : List.of(theCase.seenByJianghua(), theCase.seenByFuchuan())) {
                    assertThat(page)
                            .contains(words.staff("row.concluded"))
                            .contains(words.of("本侧工作已全部完成。", "All that was for us to do is done."));
                    assertThat(page.lines().findFirst().orElseThrow())
                            .as("number and state")
                            .doesNotContain(words.staff("state.case.closed"));
                }
            });
            assertThat(theCase.seenByJianghua())
                    .as("the case goes on to show that the other side is outstanding, and offers nothing more to"
                            + " do about it")
                    .contains(words.staff("state.concluded"))
                    .contains(waited(words))
                    .doesNotContain(words.staff("case.waiting.lead"));

            theCase.fuchuanAcknowledges();
            Awaitility.await("an answer opens the record again, and there is something to wait for")
                    .atMost(TheCase.patience())
                    .untilAsserted(
                            () -> assertThat(theCase.seenByJianghua()).contains(words.staff("case.waiting.lead")));
        }
    }

    /** How the banner begins that says for how long nobody has answered. */
    private static String waited(Words words) {
        return words.staff("case.turn.waited").replaceFirst("\\{0}.*", "");
    }

    private RunningLianzhi started(Path clock) {
        RunningLianzhi lianzhi = new RunningLianzhi(folder.resolve("lianzhi"), List.of(MovedClock.option(clock)));
        lianzhi.start();
        return lianzhi;
    }
}
