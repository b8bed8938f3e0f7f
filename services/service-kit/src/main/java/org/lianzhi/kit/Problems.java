package org.lianzhi.kit;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.CommitTooLarge;
import org.lianzhi.journal.KeyReused;
import org.lianzhi.journal.StoreUnavailable;
import org.lianzhi.journal.StreamConflict;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.wire.UnreadableEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure as a problem of RFC 9457 with a stable {@code code}. No answer repeats what was sent. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String UPDATED_AFTER_SECONDS = "300";

    static ProblemDetail problem(HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:lianzhi:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    static ProblemDetail notFound() {
        return problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here for you.");
    }

    @ExceptionHandler
    ProblemDetail ruleViolated(RuleViolated violated) {
        ProblemDetail problem =
                problem(HttpStatus.UNPROCESSABLE_CONTENT, violated.code(), "A rule forbids this: " + violated.code());
        problem.setProperty("arguments", violated.arguments());
        return problem;
    }

    /** With the version as of now, and where the record can be read if the command was sent to somewhere below it. */
    @ExceptionHandler
    ProblemDetail conflict(StreamConflict conflict, HttpServletRequest request) {
        ProblemDetail problem =
                problem(HttpStatus.CONFLICT, "stream.conflict", "Somebody else changed this in the meantime.");
        problem.setProperty("expected", conflict.expected());
        problem.setProperty("actual", conflict.actual());
        String record =
                "/" + conflict.stream().kind() + "s/" + conflict.stream().id();
        int at = request.getRequestURI().indexOf(record + "/");
        if (at >= 0) {
            problem.setProperty("current", request.getRequestURI().substring(0, at) + record);
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail keyReused(KeyReused reused) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "idempotency.key-reused", "This key was used for another command.");
    }

    @ExceptionHandler
    ProblemDetail tooLarge(CommitTooLarge large) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "request.too-large", "This is more than one entry can hold.");
    }

    @ExceptionHandler({NotForYou.class, AccessDeniedException.class})
    ProblemDetail notForYou(RuntimeException denied) {
        return notFound();
    }

    @ExceptionHandler
    ProblemDetail badRequest(BadRequest bad) {
        return problem(HttpStatus.BAD_REQUEST, bad.code(), String.valueOf(bad.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> later(ComeBackLater later) {
        ProblemDetail problem = problem(later.status(), later.code(), "The same request may be sent again later.");
        later.more().forEach(problem::setProperty);
        return ResponseEntity.status(later.status())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(later.after().toSeconds()))
                .body(problem);
    }

    @ExceptionHandler({StoreUnavailable.class, MongoException.class, DataAccessException.class, KafkaException.class})
    ResponseEntity<ProblemDetail> unavailable(RuntimeException away, HttpServletRequest request) {
        LOG.warn("{} answered 503: {}", request.getMethod(), away.toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service.unavailable",
                        "It is not known whether this was stored. Send the same request again, with the same key."));
    }

    /** The record is there and whole, and an older program met it in the middle of an update. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(UnreadableEvent unreadable) {
        LOG.error("a record cannot be read: {}", unreadable.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, UPDATED_AFTER_SECONDS)
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "record.unreadable",
                        "This record holds an entry that this version cannot read. Nothing was stored."));
    }

    /** Cut off, or never well-formed. */
    @ExceptionHandler
    ProblemDetail brokenParts(MultipartException broken) {
        return of(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler({RuntimeException.class, Error.class})
    ProblemDetail unexpected(Throwable failure) {
        LOG.error("unexpected", failure);
        return of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** Where nothing more is known of a failure than its status. */
    static ProblemDetail of(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> notFound();
            case 413 -> problem(status, "request.too-large", "This is larger than allowed.");
            default ->
                status.is5xxServerError()
                        ? problem(status, "internal", "Something went wrong on our side.")
                        : problem(status, "request.invalid", "The request could not be understood.");
        };
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, null, headers, HttpStatus.CONTENT_TOO_LARGE, request);
    }

    /** What the framework itself refuses: the same form, and no word of what was sent. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = of(status);
        if (e instanceof MethodArgumentNotValidException invalid) {
            problem.setProperty("fields", fields(invalid));
        }
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    private static List<Map<String, String>> fields(MethodArgumentNotValidException invalid) {
        return invalid.getFieldErrors().stream()
                .map(error -> Map.of("field", error.getField(), "code", String.valueOf(error.getCode())))
                .toList();
    }
}
