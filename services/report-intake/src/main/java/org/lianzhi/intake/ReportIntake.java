package org.lianzhi.intake;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service. */
@SpringBootApplication
public class ReportIntake {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ReportIntake.class)
                .properties("spring.config.name=report-intake")
                .run(arguments);
    }
}
