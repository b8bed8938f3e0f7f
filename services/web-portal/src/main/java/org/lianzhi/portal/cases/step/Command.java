package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a step sends to joint-investigation.
 *
 * @param path below the case, with places for the variables
 */
record Command(String path, Object body, List<Object> variables) {

    static Command of(Object body, String path, Object... variables) {
        return new Command(path, body, List.of(variables));
    }

    String wholePath() {
        return "/api/v1/cases/{id}" + path;
    }

    Object[] allVariables(String id) {
        return Stream.concat(Stream.of(id), variables.stream()).toArray();
    }
}
