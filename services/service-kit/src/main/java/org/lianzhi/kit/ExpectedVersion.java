package org.lianzhi.kit;

import java.util.OptionalLong;

/** The header {@code If-Match: "n"}: the version of the own record that the person had before the eyes. */
public record ExpectedVersion(OptionalLong value) {

    static ExpectedVersion parse(String header) {
        String digits = header.replaceAll("^(W/)?\"|\"$", "");
        if (!digits.matches("\\d{1,18}")) {
            throw new BadRequest("request.if-match-invalid", "If-Match is a version in quotes, such as \"7\"");
        }
        return new ExpectedVersion(OptionalLong.of(Long.parseLong(digits)));
    }
}
