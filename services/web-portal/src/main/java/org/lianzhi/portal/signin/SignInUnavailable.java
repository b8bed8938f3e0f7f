package org.lianzhi.portal.signin;

/** The identity provider does not answer; the next attempt asks again. */
public final class SignInUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInUnavailable(RuntimeException cause) {
        super("identity provider does not answer", cause);
    }
}
