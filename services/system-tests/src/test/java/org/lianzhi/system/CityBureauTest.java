package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.system.faults.LongForm;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** A branch puts a paper to the bureau of its city, which sends it back once, approves it, and sees nothing of the case. */
@Running
class CityBureauTest {

    private static final int DESK = 1280;

    private final RunningLianzhi lianzhi;
    private final Browsers browsers;

    @TempDir
    Path folder;

    CityBureauTest(RunningLianzhi lianzhi, Browsers browsers) {
        this.lianzhi = lianzhi;
        this.browsers = browsers;
    }

    @Test
    @LongForm
    @Tag("faults")
    void the_citys_bureau_decides_before_the_paper_crosses_in_both_languages() throws IOException {
        decides(Words.CHINESE);
        decides(Words.ENGLISH);
    }

    private void decides(Words words) throws IOException {
        String about = words.of("拟就储液池漫溢作出处罚", "A penalty for the pit that overflowed");
        try (TheCase theCase = new TheCase(lianzhi, browsers, words);
                BrowserContext atReview = browsers.visitor(DESK, true);
                BrowserContext atHead = browsers.visitor(DESK, true)) {
            Path photo = CanaryPhoto.write(folder.resolve("photo.jpg"), "nobody", "nothing");
            theCase.isOpened(photo);
            theCase.bothAcknowledge();
            Officer reviewer = Officer.signedIn(lianzhi, atReview, "yongzhou-2", words);
            Officer head = Officer.signedIn(lianzhi, atHead, "yongzhou-1", words);

            theCase.jianghuaPutsNoticeToTheCity(about, photo);
            reviewer.opensPaper(about);
            assertThat(reviewer.page().locator("main a[href$='/decision']").count())
                    .isOne();
            reviewer.decides().choose("answer", "yes").send();
            String reasons = words.of("请补充监测报告。", "The laboratory's report is missing.");
            head.opensPaper(about);
            head.decides().choose("answer", "no").write("reasons", reasons).send();
            assertThat(theCase.seenByJianghua()).contains(reasons, "演示·永州市局负责人");

            theCase.jianghuaPreparesItAnew();
            reviewer.opensPaper(about);
            reviewer.decides().choose("answer", "yes").send();
            head.opensPaper(about);
            head.decides().choose("answer", "yes").send();
            assertThat(head.reads("/staff/papers?view=done")).contains(about);
            assertThat(head.reads("/staff/cases/" + theCase.id()))
                    .as("the case is none of the bureau's")
                    .contains(words.of("找不到这个页面", "Page not found"));
            assertThat(theCase.seenByFuchuan())
                    .as("approved, and not yet issued")
                    .doesNotContain(about);

            theCase.jianghuaIssuesIt();
            Awaitility.await("the paper has crossed")
                    .atMost(TheCase.patience())
                    .untilAsserted(() ->
                            assertThat(theCase.seenByFuchuan()).contains(about).doesNotContain("演示·永州市局"));
        }
    }
}
