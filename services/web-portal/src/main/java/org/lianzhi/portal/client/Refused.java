package org.lianzhi.portal.client;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A rule of a service forbids the command. The page shows the form again, with the rule in words. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    Refused(String code, List<String> arguments) {
        super(code);
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    /** Stable code of the rule; its words stand in the messages under {@code rule.CODE}. */
    public String code() {
        return code;
    }

    /** What fills the places of those words. */
    public List<String> arguments() {
        return arguments;
    }
}
