package org.lianzhi.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lianzhi.test.OnBackends;
import org.springframework.boot.test.context.SpringBootTest;

/** The running service, with cheap hashes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnBackends
@SpringBootTest(
        classes = ReportIntake.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=report-intake",
            "server.port=0",
            "lianzhi.vault.keys=target/test-keys/${random.uuid}",
            "lianzhi.vault.register=target/test-register/${random.uuid}",
            "lianzhi.intake.hash.memory-kib=64",
            "lianzhi.intake.hash.iterations=1",
            "lianzhi.intake.crowd.filings-per-minute=200",
            "lianzhi.intake.crowd.work-bits=8",
            "lianzhi.intake.crowd.look-ups-per-minute=60",
            // The tests write cases as joint-investigation would.
            "lianzhi.journal.topics.case=shared.cases",
            "lianzhi.journal.topics.supervision=internal.supervision"
        })
public @interface IntakeTest {}
