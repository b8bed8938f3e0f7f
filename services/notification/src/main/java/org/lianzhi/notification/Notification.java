package org.lianzhi.notification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service. */
@SpringBootApplication
public class Notification {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Notification.class)
                .properties("spring.config.name=notification")
                .run(arguments);
    }
}
