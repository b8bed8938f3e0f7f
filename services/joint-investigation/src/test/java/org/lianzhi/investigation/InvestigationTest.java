package org.lianzhi.investigation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lianzhi.test.OnBackends;
import org.springframework.boot.test.context.SpringBootTest;

/** The running service. Its journal also takes reports, so that a test can do what report-intake does. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnBackends
@SpringBootTest(
        classes = JointInvestigation.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=joint-investigation",
            "server.port=0",
            "lianzhi.journal.topics.report=internal.reports"
        })
public @interface InvestigationTest {}
