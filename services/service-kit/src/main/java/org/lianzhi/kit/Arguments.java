package org.lianzhi.kit;

import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controller methods what the request says apart from path and body. */
record Arguments<T>(Class<T> type, Function<NativeWebRequest, T> from) implements HandlerMethodArgumentResolver {

    static Arguments<SignedIn> signedIn() {
        return new Arguments<>(SignedIn.class, request -> {
            if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
                return SignedIn.of(token.getToken());
            }
            throw new NotForYou();
        });
    }

    static Arguments<IdempotencyKey> idempotencyKey() {
        return new Arguments<>(IdempotencyKey.class, request -> {
            String header = request.getHeader(IdempotencyKey.HEADER);
            if (header == null) {
                throw new BadRequest("idempotency.key-missing", "Send a key of your own in " + IdempotencyKey.HEADER);
            }
            return new IdempotencyKey(header);
        });
    }

    static Arguments<ExpectedVersion> expectedVersion() {
        return new Arguments<>(ExpectedVersion.class, request -> {
            String header = request.getHeader("If-Match");
            return header == null ? new ExpectedVersion(OptionalLong.empty()) : ExpectedVersion.parse(header);
        });
    }

    static Arguments<Awaited> awaited() {
        return new Arguments<>(Awaited.class, request -> {
            String header = request.getHeader(Awaited.HEADER);
            return Awaited.parse(header == null ? "" : header);
        });
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return from.apply(request);
    }
}
