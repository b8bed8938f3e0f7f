package org.lianzhi.model;

import java.util.Arrays;
import java.util.List;

/**
 * A rule of the domain refused a command. The code is stable: pages translate it, clients rely on it.
 *
 * <p>The arguments fill the places of the translated text: ids, codes, numbers and times, nothing about a person.
 */
public final class RuleViolated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    /** @param code such as {@code case.finding.unknown} */
    public RuleViolated(String code, Object... arguments) {
        super(code + (arguments.length == 0 ? "" : " " + Arrays.toString(arguments)));
        this.code = code;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
