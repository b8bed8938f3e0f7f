package org.lianzhi.portal.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An upload that is too large would lose its token with its other fields and be refused for the wrong reason. Others stand in
 * memory as a whole, so only some at a time; forms without large files always come in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadLimit extends OncePerRequestFilter {

    private static final long SMALL = 1 << 20;

    private final long most;
    private final Semaphore places;

    UploadLimit(MultipartProperties limits, @Value("${lianzhi.portal.large-at-once}") int atOnce) {
        this.most = limits.getMaxRequestSize().toBytes();
        this.places = new Semaphore(atOnce);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (!isLarge(request)) {
            chain.doFilter(request, response);
        } else if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    /** One that does not say how long it is counts as large. */
    private static boolean isLarge(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return KeptForm.isMultipart(request) && (length < 0 || length > SMALL);
    }
}
