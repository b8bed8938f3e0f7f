package org.lianzhi.standalone.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The demonstration users of identity-provider.yml.
 *
 * @param password the same for all of them; the provider listens on this machine only
 */
@ConfigurationProperties("lianzhi.demo")
public record DemoUsers(String password, List<DemoUser> users) {

    DemoUser byLogin(String login) {
        return users.stream()
                .filter(user -> user.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demonstration user " + login));
    }
}
