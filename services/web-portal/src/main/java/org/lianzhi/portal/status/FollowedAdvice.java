package org.lianzhi.portal.status;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the forms about which report they are, so that the browser gives back what was typed to no other. */
@ControllerAdvice(basePackageClasses = Followed.class)
class FollowedAdvice {

    /** The report's id; empty where none is open. */
    @ModelAttribute("followed")
    String followed(HttpServletRequest request) {
        Followed followed = Followed.in(request);
        return followed == null ? "" : followed.subjects().getFirst();
    }
}
