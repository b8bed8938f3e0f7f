package org.lianzhi.portal.cases.step;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** A page on its way to the browser. */
record Page(HttpServletRequest request, HttpServletResponse response, Model model) {

    Page with(HttpStatus status) {
        response.setStatus(status.value());
        return this;
    }
}
