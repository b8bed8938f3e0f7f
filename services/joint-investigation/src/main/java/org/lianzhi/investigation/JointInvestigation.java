package org.lianzhi.investigation;

import org.lianzhi.media.PhotoLimits;
import org.lianzhi.media.Photos;
import org.lianzhi.territory.Territory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The service. */
@SpringBootApplication
public class JointInvestigation {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(JointInvestigation.class)
                .properties("spring.config.name=joint-investigation")
                .run(arguments);
    }

    @Bean
    Territory territory() {
        return Territory.load();
    }

    @Bean
    Photos photoCleaning() {
        return new Photos(PhotoLimits.DEFAULT);
    }
}
