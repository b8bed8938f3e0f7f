package org.lianzhi.portal.supervision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the pages of a case stand for who reads: an inspector's stand under the access that shows them. */
final class CasePaths {

    static final String SUPERVISOR = "/supervision/cases/{id}";
    static final String INSPECTOR = "/inspector/{granter}/{access}/cases/{id}";

    private static final Pattern ACCESS = Pattern.compile("(/inspector/[a-z]{2,3}/[A-Za-z0-9_-]{1,64})(/.*)?");

    private CasePaths() {}

    static String of(String caseId) {
        return beginning() + "/cases/" + caseId;
    }

    private static String beginning() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked) {
            Matcher access = ACCESS.matcher(asked.getRequest().getRequestURI());
            if (access.matches()) {
                return access.group(1);
            }
        }
        return "/supervision";
    }
}
