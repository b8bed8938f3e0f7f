package org.lianzhi.investigation;

import java.time.Duration;
import java.util.List;
import org.lianzhi.evidence.JournalStore;
import org.lianzhi.evidence.command.VerifyCommand;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.media.PhotoLimits;
import org.lianzhi.media.Photos;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The service. */
@SpringBootApplication
public class JointInvestigation {

    private static final String NAME = "joint-investigation";
    private static final Duration SOON = Duration.ofSeconds(5);

    public static void main(String[] arguments) {
        if (VerifyCommand.isAsked(arguments)) {
            System.exit(VerifyCommand.run(
                    NAME, List.of(), (store, sides) -> new JournalStore(NAME, sides, store.getDb()), arguments));
        }
        new SpringApplicationBuilder(JointInvestigation.class)
                .properties("spring.config.name=" + NAME)
                .run(arguments);
    }

    @Bean
    Photos photoCleaning() {
        return new Photos(PhotoLimits.DEFAULT, () -> ComeBackLater.unavailable("service.crowded", SOON));
    }
}
