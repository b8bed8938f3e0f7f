package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** The acceptance scenario: the whole case by its pages, in each language with {@code -Pfaults} or for pictures, with a kill in the middle of the first. */
class TheCaseTest {

    /** An ordinary build walks the case in Chinese and a disagreement in English. */
    private static final boolean IN_BOTH_LANGUAGES = System.getProperty("faults.seeds") != null || Pictures.areWanted();

    @TempDir
    Path folder;

    private final List<String> canaries = List.of(
            Traces.canary("NAME"),
            Traces.canary("WORDS"),
            Traces.canary("WATER"),
            Traces.canary("SOURCE"),
            Traces.canary("mail"),
            Traces.canary("FILE"),
            Traces.canary("ARTIST"),
            Traces.canary("COMMENT"),
            Traces.canary("ADDRESS"),
            "139" + String.format("%08d", System.nanoTime() % 100_000_000));

    @Test
    void the_case_runs_from_the_report_to_the_closure_and_leaves_no_personal_data() throws Exception {
        try (Browsers browsers = Browsers.start();
                RunningLianzhi lianzhi = new RunningLianzhi(folder)) {
            lianzhi.start();
            runs(lianzhi, browsers, Words.CHINESE, true);
            if (IN_BOTH_LANGUAGES) {
                runs(lianzhi, browsers, Words.ENGLISH, false);
            }
            lianzhi.stop();
            Traces.Found found = Traces.of(canaries, lianzhi.data());
            assertThat(found.bytes()).isGreaterThan(10_000);
            assertThat(found.places()).isEmpty();
            KeptPromises.Found published = KeptPromises.of(lianzhi.data());
            assertThat(published.types()).hasSizeGreaterThan(30);
            assertThat(published.broken()).isEmpty();
            // The log file lies in the folder that was looked at; what went to the console does not.
            assertThat(canaries).noneMatch(lianzhi.output()::contains);
            assertThat(lianzhi.run("--verify", "--data=" + lianzhi.data()))
                    .as(lianzhi.output())
                    .isZero();
            assertThat(lianzhi.output())
                    .contains("in joint-investigation: intact", "in timeline: intact", "all signed and complete")
                    .doesNotContain("WRONG");
        }
    }

    private void runs(RunningLianzhi lianzhi, Browsers browsers, Words words, boolean killed) throws Exception {
        try (TheCase theCase = new TheCase(lianzhi, browsers, words)) {
            try {
                runs(lianzhi, theCase, words, killed);
            } catch (Exception | AssertionError e) {
                Pictures.ofFailure(theCase.contexts());
                throw e;
            }
        }
    }

    private void runs(RunningLianzhi lianzhi, TheCase theCase, Words words, boolean killed) throws Exception {
        theCase.officersSignIn();
        theCase.jianghuaHasTheInboxOpen();
        String code = theCase.citizen.files(account(words));
        theCase.jianghuaReleasesASummary();
        theCase.bothAcknowledge();
        theCase.bothVisitTheSite();
        if (killed) {
            lianzhi.kill();
            lianzhi.start();
            theCase.officersSignIn();
            assertThat(theCase.seenByJianghua()).contains(words.of("雨水管", "storm-water drain"));
        }
        theCase.bothSampleAndTheirLaboratoriesReport();
        theCase.bothAgreeOnAFinding();
        theCase.theFarmPutsItRight(photo("after"));
        theCase.guangxiExemptsAFirstOffence();
        theCase.bothSign();

        String closed = words.citizen("status.fixed.title");
        Awaitility.await("the citizen is told")
                .atMost(TheCase.patience())
                .until(() -> theCase.citizen.follows(code).contains(closed));
        theCase.citizen.saysThatItIsFixed();
        Supervisor hunan = theCase.hunanSupervisor();
        Supervisor guangxi = theCase.guangxiSupervisor();
        theCase.jianghuaIsInstructed(hunan);
        for (Supervisor supervisor : List.of(hunan, guangxi)) {
            assertThat(supervisor.reads(theCase.id(), words)).hasSizeGreaterThan(20);
            assertThat(supervisor.seesBothRecordsWhole()).isTrue();
        }
        String instructed = words.staff("event.supervision.instruction-given");
        assertThat(hunan.reads(theCase.id(), words)).anyMatch(step -> step.contains(instructed));
        assertThat(guangxi.reads(theCase.id(), words)).noneMatch(step -> step.contains(instructed));
        theCase.anInspectorLooks(hunan);
        assertThat(hunan.seesWhoOpenedReports())
                .contains(words.staff("opening.reason.handling"))
                .doesNotContain(words.staff("access.noreason"));
        assertThat(theCase.jianghuaFindsASham())
                .contains(words.staff("state.sham"), words.staff("disposition.first-offence-exemption"))
                .contains(words.staff("task.measure-done"), words.staff("state.case.rectifying"));
    }

    private Citizen.Account account(Words words) throws Exception {
        return new Citizen.Account(
                words.of("褐色的水流进水库，很臭。", "Brown water runs into the reservoir. ") + canaries.get(1),
                words.of("水库进水口 ", "Inlet of the reservoir ") + canaries.get(2),
                words.of("对面的养猪场 ", "Pig farm on the other side ") + canaries.get(3),
                canaries.get(0),
                canaries.get(9),
                canaries.get(4) + "@example.invalid",
                words.of("岭背塘村 ", "Village by the reservoir ") + canaries.get(8),
                photo(canaries.get(5)));
    }

    private Path photo(String name) throws Exception {
        return CanaryPhoto.write(folder.resolve(name + ".jpg"), canaries.get(6), canaries.get(7));
    }
}
