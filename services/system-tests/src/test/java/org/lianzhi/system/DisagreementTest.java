package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.system.faults.LongForm;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** Two sides that do not agree: on who leads, until a decision from above, and on the finding, where it stays so. */
@Running
class DisagreementTest {

    private final RunningLianzhi lianzhi;
    private final Browsers browsers;

    @TempDir
    Path folder;

    DisagreementTest(RunningLianzhi lianzhi, Browsers browsers) {
        this.lianzhi = lianzhi;
        this.browsers = browsers;
    }

    @Test
    void both_positions_and_the_dissent_stand_on_the_pages_of_both() throws IOException {
        disagree(Words.ENGLISH);
    }

    @Test
    @LongForm
    @Tag("faults")
    void and_so_they_do_in_the_other_language() throws IOException {
        disagree(Words.CHINESE);
    }

    private void disagree(Words words) throws IOException {
        try (TheCase theCase = new TheCase(lianzhi, browsers, words)) {
            Path photo = CanaryPhoto.write(folder.resolve("photo.jpg"), "nobody", "nothing");
            theCase.isOpened(photo);
            theCase.bothAcknowledge();

            theCase.eachSideWantsToLead();
            String disputed = words.staff("state.jurisdiction.disputed");
            for (String page : List.of(theCase.seenByJianghua(), theCase.seenByFuchuan())) {
                assertThat(page).contains(disputed);
            }
            theCase.bothEnterTheSameDecision(photo);
            for (String page : List.of(theCase.seenByJianghua(), theCase.seenByFuchuan())) {
                assertThat(page).contains(words.staff("state.jurisdiction.decided"));
            }

            theCase.bothVisitTheSite();
            theCase.guangxiDissents();
            for (String page : List.of(theCase.seenByJianghua(), theCase.seenByFuchuan())) {
                assertThat(page)
                        .contains(words.staff("state.dissent"))
                        .contains(words.of("样品不足", "Too few samples"))
                        .contains(words.of("连续降雨使养殖粪污漫溢", "Continuous rain made the waste overflow"));
            }
        }
    }
}
