package org.lianzhi.investigation;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service. */
@SpringBootApplication
public class JointInvestigation {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(JointInvestigation.class)
                .properties("spring.config.name=joint-investigation")
                .run(arguments);
    }
}
