package org.lianzhi.kit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What fails before or behind a controller: the same form as {@link Problems}. From outside it does not exist. */
@Hidden
@RestController
class Unhandled implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ProblemDetail problem(HttpServletRequest request) {
        return Problems.of(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? HttpStatusCode.valueOf(status)
                        : HttpStatus.NOT_FOUND);
    }
}
