package org.lianzhi.kit;

/** A request that cannot be understood. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param detail must not repeat what was sent */
    public BadRequest(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
