package org.lianzhi.standalone;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps from each context the auto-configuration that only others need: on the common class path Spring Boot would
 * otherwise give the identity provider a journal and each service a sign-in page.
 */
class OwnModulesOnly implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Packages, separated by commas, whose auto-configuration this context does without. */
    static final String WITHOUT = "lianzhi.standalone.without";

    private List<String> without = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        without = Arrays.asList(environment.getProperty(WITHOUT, String[].class, new String[0]));
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            matches[i] = name == null || without.stream().noneMatch(name::startsWith);
        }
        return matches;
    }
}
