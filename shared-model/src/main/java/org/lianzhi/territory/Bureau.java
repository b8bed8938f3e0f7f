package org.lianzhi.territory;

/**
 * An office.
 *
 * @param code GB/T 2260 code, hyphen, kind: {@code branch}, {@code laboratory} or {@code department}
 */
public record Bureau(String code, Name name) {}
